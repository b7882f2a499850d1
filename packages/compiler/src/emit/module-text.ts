import { addMapping, GenMapping, setSourceContent, toEncodedMap } from "@jridgewell/gen-mapping";
import type { MappedLine } from "../codegen/function-writer.js";
import { LineIndex } from "../syntax/range.js";
import type { LinkedRuntime } from "./link-runtime.js";

/** An ES module or one of CommonJS. */
export type ModuleFormat = "esm" | "cjs";

export interface ModuleParts {
  readonly source: string;
  /** The body of a function that returns the template's own, and what it calls of the runtime. */
  readonly lines: readonly MappedLine[];
  readonly imports: readonly string[];
  /** What the module carries, or the name that it imports it by. */
  readonly runtime: LinkedRuntime | string;
  readonly sourceName?: string;
  readonly module?: ModuleFormat;
}

const NOTICE = "// Made by apigw-vtl from a mapping template; do not edit.";
const RENDER = "renderTemplate";

/** The module of a template and its source map. Bundlers can tell that loading it has no effects. */
export function templateModule(parts: ModuleParts): { readonly code: string; readonly map: string } {
  const { lines, imports, runtime, module = "esm" } = parts;
  const isShared = typeof runtime === "string";
  const head = [
    ...(module === "cjs" ? ['"use strict";'] : []),
    NOTICE,
    ...(isShared ? [importOf([...imports, RENDER], runtime, module)] : carried(runtime)),
    "const template = /* @__PURE__ */ (() => {",
    ...(isShared ? [] : [`const { ${imports.join(", ")} } = runtime;`]),
  ];
  const tail = [
    "})();",
    "/** Renders the template: {body, headers, querystring, path, stageVariables, context} to {output, overrides, context}. */",
    `${module === "esm" ? "export " : ""}function render(event, options) {`,
    `  return ${isShared ? "" : "runtime."}${RENDER}(template, event, options);`,
    "}",
    ...(module === "cjs" ? ["exports.render = render;"] : []),
    "",
  ];
  const code = [...head, ...lines.map(({ text }) => text), ...tail].join("\n");
  return { code, map: sourceMap(parts, head.join("\n").split("\n").length) };
}

/** The module that templates import what they call from. */
export function runtimeModule({ text, locals }: LinkedRuntime, module: ModuleFormat = "esm"): string {
  const lines =
    module === "esm"
      ? [text, `export { ${[...locals].map(([name, local]) => `${local} as ${name}`).join(", ")} };`]
      : ['"use strict";', text, `module.exports = ${objectOf(locals)};`];
  return [NOTICE.replace("a mapping template", "mapping templates"), ...lines, ""].join("\n");
}

function carried({ text, locals }: LinkedRuntime): string[] {
  return ["const runtime = /* @__PURE__ */ (() => {", text, `return ${objectOf(locals)};`, "})();"];
}

function importOf(names: readonly string[], from: string, module: ModuleFormat): string {
  const [list, specifier] = [`{ ${names.join(", ")} }`, JSON.stringify(from)];
  return module === "esm" ? `import ${list} from ${specifier};` : `const ${list} = require(${specifier});`;
}

const objectOf = (locals: LinkedRuntime["locals"]) =>
  `{ ${[...locals].map(([name, local]) => `${name}: ${local}`).join(", ")} }`;

/** @param before lines of the module before those of the template */
function sourceMap({ source, lines, sourceName = "template.vtl", module }: ModuleParts, before: number): string {
  const map = new GenMapping({ file: sourceName.replace(/\.\w+$/, module === "cjs" ? ".cjs" : ".mjs") });
  setSourceContent(map, sourceName, source);
  const index = new LineIndex(source);
  lines.forEach(({ text, offset }, i) => {
    if (offset === undefined) return;
    const { line, column } = index.position(offset);
    const generated = { line: before + 1 + i, column: text.length - text.trimStart().length };
    addMapping(map, { generated, source: sourceName, original: { line, column: column - 1 } });
  });
  return JSON.stringify(toEncodedMap(map));
}
