import { generate } from "./codegen/generate.js";
import type { CompileOptions } from "./compile.js";
import { dialectOf } from "./dialect/index.js";
import { parseStrictly } from "./parse-strictly.js";

/**
 * The JavaScript that a template becomes: a function body that takes `runtime`. For reading; `compile` runs it, and
 * `emitModule` writes it with its runtime. Throws VtlSyntaxError as `compile` does.
 */
export function generatedCode(source: string, options: CompileOptions = {}): string {
  const { lines } = generate(parseStrictly(source, options), {
    source,
    dialect: dialectOf(options.dialect),
    traced: false,
  });
  return lines.map(({ text }) => text).join("\n");
}
