import { runtimeSource } from "virtual:runtime-source";
import { addMapping, GenMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import { generate } from "./codegen/generate.js";
import type { CompileOptions } from "./compile.js";
import { dialectOf } from "./dialect/index.js";
import { withinStack } from "./exhausted-template.js";
import { parseStrictly } from "./parse-strictly.js";
import { LineIndex } from "./syntax/range.js";

export interface EmitOptions extends CompileOptions {
  /** Name of the template in the source map; default `template.vtl`. */
  readonly sourceName?: string;
}

export interface EmittedModule {
  /** The text of an ES module that exports `render(event, options?)` and imports nothing. */
  readonly code: string;
  /** Its source map (version 3, JSON): the lines of the template that each line comes from. */
  readonly map: string;
}

/**
 * Writes a template as a module of its own, which runs in Node, Lambda, a browser and a worker without this project.
 * Its errors are those of the runtime, without a range. Throws VtlSyntaxError as `compile` does.
 */
export function emitModule(source: string, options: EmitOptions = {}): EmittedModule {
  const tree = parseStrictly(source, options);
  const dialect = dialectOf(options.dialect);
  const { lines } = withinStack(source, () => generate(tree, { source, dialect, traced: false }));
  const sourceName = options.sourceName ?? "template.vtl";
  const head = [
    "// Made by apigw-vtl from a mapping template; do not edit.",
    runtimeSource.trimEnd(),
    "const template = (() => {",
  ];
  const tail = [
    "})();",
    "/** Renders the template: {body, headers, querystring, path, stageVariables, context} to {output, overrides, context}. */",
    "export function render(event, options) {",
    "  return runtime.renderTemplate(template, event, options);",
    "}",
    "",
  ];
  const map = new GenMapping({ file: sourceName.replace(/\.\w+$/, ".mjs") });
  setSourceContent(map, sourceName, source);
  const index = new LineIndex(source);
  const firstLine = head.join("\n").split("\n").length + 1;
  lines.forEach(({ text, offset }, i) => {
    if (offset === undefined) return;
    const { line, column } = index.position(offset);
    const generated = { line: firstLine + i, column: text.length - text.trimStart().length };
    addMapping(map, { generated, source: sourceName, original: { line, column: column - 1 } });
  });
  const code = [...head, ...lines.map(({ text }) => text), ...tail].join("\n");
  return { code, map: JSON.stringify(toEncodedMap(map)) };
}
