import { functionBody, generate } from "./codegen/generate.js";
import type { CompileOptions } from "./compile.js";
import { dialectOf } from "./dialect/index.js";
import { withinStack } from "./exhausted-template.js";
import { parseStrictly } from "./parse-strictly.js";

/**
 * The JavaScript that a template becomes: a function body that takes `runtime`. For reading; `compile` runs it, and
 * `emitModule` writes it with its runtime. Throws VtlSyntaxError as `compile` does.
 */
export function generatedCode(source: string, options: CompileOptions = {}): string {
  const tree = options.tree ?? parseStrictly(source, options);
  const dialect = dialectOf(options.dialect);
  return functionBody(withinStack(source, () => generate(tree, { source, dialect, traced: false })));
}
