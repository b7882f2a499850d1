import { UsageError } from "../failure.js";
import type { InputReader, NamedText } from "../io/input-reader.js";

/** The template as the command line names it: a path or `-`, or its text in `--inline`. */
export interface TemplateSource {
  readonly path?: string | undefined;
  readonly inline?: string | undefined;
}

/** Throws a `UsageError` unless exactly one of the two is given. */
export function checkTemplateSource({ path, inline }: TemplateSource): void {
  if (path === undefined && inline === undefined) {
    throw new UsageError("no template given", { hint: "name a file, - for stdin, or --inline TEXT" });
  }
  if (path !== undefined && inline !== undefined) {
    throw new UsageError(`both a template file (${path}) and --inline are given`, { hint: "leave one of them out" });
  }
}

export async function readTemplate({ path, inline }: TemplateSource, reader: InputReader): Promise<NamedText> {
  return inline === undefined ? reader.read(path ?? "-") : { name: "<inline>", text: inline };
}
