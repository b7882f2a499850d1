import type { Dialect } from "../dialect/index.js";
import type { Template } from "../syntax/tree.js";
import { analyze } from "./analysis.js";
import { FunctionWriter, type MappedLine, Names } from "./function-writer.js";
import { macroDefinition } from "./macros.js";
import type { Mentions } from "./mentions.js";
import type { Probe } from "./probes.js";
import { block } from "./statements.js";
import { type Site, Unit } from "./unit.js";
import { initialValue } from "./variables.js";

export interface Generated {
  /** Lines of a function body that returns `render(state, context?) => string`. */
  readonly lines: readonly MappedLine[];
  /** What the lines call of the runtime. */
  readonly imports: readonly string[];
  /** What else they may need of it. */
  readonly mentions: Mentions;
  /** What the numbers in traced code stand for. */
  readonly sites: readonly Site[];
  /** What the numbers in instrumented code stand for. */
  readonly probes: readonly Probe[];
}

export interface GenerateOptions {
  readonly source: string;
  readonly dialect: Dialect;
  readonly traced: boolean;
  /** Whether it tells a variable `probe`, which is then given beside `runtime`, what happens. */
  readonly instrumented?: boolean;
  /** The text of an `#evaluate`, which runs in its caller's variables. */
  readonly inContext?: boolean;
}

/** Writes the JavaScript of a template that has no errors. */
export function generate(tree: Template, options: GenerateOptions): Generated {
  const found = analyze(tree, options.dialect);
  // What the text's macros and blocks hold is not known, and neither is what its caller's do.
  const unknown = { dynamic: true, needsScope: true, hasBlocks: true, hasScopedBreaks: true };
  const analysis = options.inContext ? { ...found, ...unknown } : found;
  const unit = new Unit({ ...options, analysis });
  const locals = new Names();
  const main = new FunctionWriter(unit, options.inContext ? "evaluated" : "template", locals);
  block(main, tree.body);
  const body = main.finish();
  const plain = (text: string): MappedLine => ({ text, offset: undefined });

  const head: MappedLine[] = analysis.dynamic ? [] : [plain('  let o = "";')];
  const definitions = new FunctionWriter(unit, "template", locals);
  if (analysis.dynamic) {
    definitions.line(`const c = context ?? ${unit.use("rootContext")}(s);`);
    for (const macro of analysis.macros.values()) macroDefinition(definitions, macro);
  }
  const defined = definitions.finish();
  // What is set first, is read: variables come after everything that may mention them has been written.
  const variables = [...unit.variables].map(([name, own]) => `${own} = ${initialValue(main, name)}`);
  if (options.dialect.roots === "context-entries" && variables.length > 0)
    head.push(plain(`  const e = ${unit.use("entriesOf")}(s);`));
  if (variables.length > 0) head.push(plain(`  let ${variables.join(", ")};`));
  if (unit.captures) head.push(plain(capture(unit.out)));
  head.push(...defined);

  // A macro or block may come from another text, of #evaluate, and hold a #stop.
  const stops = options.inContext || ["STOP", "BREAK", "callMacro", "evaluateText"].some((n) => unit.imports.has(n));
  const guarded = stops
    ? [plain("  try {"), ...body, plain(`  } catch (error) { if (!${unit.use("endsTemplate")}(error)) throw error; }`)]
    : body;
  const lines = [
    ...unit.declarations.map(plain),
    plain("return function render(s, context) {"),
    ...head,
    ...guarded,
    plain(`  return ${unit.out};`),
    plain("};"),
  ];
  const probes = unit.probes?.probes ?? [];
  return { lines, imports: [...unit.imports].sort(), mentions: unit.mentions, sites: unit.sites, probes };
}

/** The text of a function body with the parameter `runtime`. */
export function functionBody({ imports, lines }: Generated): string {
  const head = ['"use strict";', `const { ${imports.join(", ")} } = runtime;`];
  return [...head, ...lines.map(({ text }) => text)].join("\n");
}

/** See `Unit.capture`. */
const capture = (out: string) =>
  `  const capture = (f, c) => { const saved = ${out}; ${out} = ""; s.muted++; try { f(c); return ${out}; } finally { ${out} = saved; s.muted--; } };`;
