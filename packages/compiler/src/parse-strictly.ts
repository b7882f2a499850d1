import { VtlSyntaxError } from "./errors.js";
import { type ParseOptions, parse } from "./parse.js";
import type { Template } from "./syntax/tree.js";

/** The tree of a template that the service takes. Throws VtlSyntaxError with all diagnostics if it would refuse it. */
export function parseStrictly(source: string, options: ParseOptions): Template {
  const { tree, diagnostics } = parse(source, options);
  if (diagnostics.some(({ severity }) => severity === "error")) throw new VtlSyntaxError(source, diagnostics);
  return tree;
}
