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
  const { lines, module = "esm" } = parts;
  const [before, after] =
    typeof parts.runtime === "string" ? importing(parts, parts.runtime) : carrying(parts, parts.runtime);
  const head = [...(module === "cjs" ? ['"use strict";'] : []), NOTICE, ...before];
  const tail = [
    ...after,
    "/** Renders the template: {body, headers, querystring, path, stageVariables, context} to {output, overrides, context}. */",
    `${module === "esm" ? "export " : ""}function render(event, options) {`,
    "  return run(template, event, options);",
    "}",
    ...(module === "cjs" ? ["exports.render = render;"] : []),
    "",
  ];
  const code = [...head, ...lines.map(({ text }) => text), ...tail].join("\n");
  return { code, map: sourceMap(parts, head.join("\n").split("\n").length) };
}

/** What stands before and after the lines of a template. */
type Around = readonly [before: readonly string[], after: readonly string[]];

function importing({ imports, module = "esm" }: ModuleParts, runtime: string): Around {
  return [
    [
      importOf([...imports, `${RENDER} ${module === "esm" ? "as" : ":"} run`], runtime, module),
      "const template = /* @__PURE__ */ (() => {",
    ],
    ["})();"],
  ];
}

/** The runtime's own names are not known: those that the template has for it are parameters, which nothing collides with. */
function carrying({ imports }: ModuleParts, { text, locals }: LinkedRuntime): Around {
  return [
    [
      "const { run, template } = /* @__PURE__ */ (() => {",
      text,
      `return { run: ${locals.get(RENDER)}, template: ((${imports.join(", ")}) => {`,
    ],
    [`})(${imports.map((name) => locals.get(name)).join(", ")}) };`, "})();"],
  ];
}

/** The module that templates import what they call from. */
export function runtimeModule({ text, locals }: LinkedRuntime, module: ModuleFormat = "esm"): string {
  const lines =
    module === "esm"
      ? [text, `export { ${[...locals].map(([name, local]) => `${local} as ${name}`).join(", ")} };`]
      : ['"use strict";', text, `module.exports = ${objectOf(locals)};`];
  return [NOTICE.replace("a mapping template", "mapping templates"), ...lines, ""].join("\n");
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
