import type { Range } from "../syntax/range.js";
import type {
  Block,
  BreakDirective,
  DefineDirective,
  IfBranch,
  IfDirective,
  IncludeDirective,
  Reference,
  SetDirective,
  Statement,
} from "../syntax/tree.js";
import { type Code, quote } from "./code.js";
import { condition } from "./conditions.js";
import { value } from "./expressions.js";
import { foreach } from "./foreach.js";
import { FunctionWriter } from "./function-writer.js";
import { evaluate, macroCall } from "./macros.js";
import { printed } from "./printing.js";
import { reference, steps } from "./references.js";
import { countSteps } from "./steps.js";
import { fixedRoot, readVariable, writeVariable } from "./variables.js";

export function block(w: FunctionWriter, node: Block): void {
  for (const child of node.statements) statement(w, child);
}

export function statement(w: FunctionWriter, node: Statement): void {
  w.unit.probes?.statement(w, node);
  switch (node.type) {
    case "Text":
    case "Literal":
    case "Comment":
      return printText(w, node.printed, node.range);
    case "Reference":
      return printReference(w, node);
    case "Set":
      return set(w, node);
    case "If":
      return ifDirective(w, node);
    case "Foreach":
      return foreach(w, node);
    case "Define":
      return define(w, node);
    case "Macro":
      return;
    case "MacroCall":
      return macroCall(w, node);
    case "Evaluate":
      return evaluate(w, node);
    case "Break":
      return breakDirective(w, node);
    case "Stop":
      for (const message of node.arguments) effect(w, value(w, message), node.range);
      // The template's own function returns what it has; from anywhere else the output must be carried out.
      w.line(w.kind === "template" ? `return ${w.unit.out};` : `throw ${w.unit.use("STOP")};`, node.range);
      return;
    case "Include":
      return include(w, node);
    case "Error":
      return;
    default:
      return node satisfies never;
  }
}

export function printText(w: FunctionWriter, text: string, range: Range): void {
  if (w.unit.traced && text !== "") print(w, quote(text), range);
  else w.text(text);
}

function print(w: FunctionWriter, js: string, range: Range, source?: string): void {
  if (!w.unit.traced) {
    w.line(`${w.unit.out} += ${js};`, range);
    return;
  }
  const site = w.unit.site(range, source);
  const { out } = w.unit;
  const told = w.unit.probes === undefined ? "" : ` if (s.muted === 0) probe.printed(${site}, b, ${out});`;
  const traced = `${w.unit.use("tracePrint")}(s, ${site}, b, ${out}.length);${told}`;
  w.line(`{ const b = ${out}.length; ${out} += ${js}; ${traced} }`, range);
}

function printReference(w: FunctionWriter, node: Reference): void {
  if (w.unit.analysis.hasBlocks && node.steps.length === 0 && !node.prefix.runt && !node.prefix.escaped) {
    return printPossibleBlock(w, node);
  }
  const found = printed(w, node);
  // A trace tells of the text before by itself.
  if (w.unit.traced) return print(w, joined(found.before, found.js), node.range, w.unit.textOf(node));
  const before = w.takeText() + found.before;
  if (before === "") return print(w, found.js, node.range);
  // V8 flattens a string that has grown at its end alone faster than one of pairs, which `+=` would make here.
  const { out } = w.unit;
  w.line(`${out} = ${out} + ${quote(before)} + ${found.js};`, node.range);
}

function joined(before: string, js: string): string {
  return before === "" ? js : `${quote(before)} + ${js}`;
}

/** `$d` after `#define($d)`: the block prints itself; one that is nested in itself too deeply prints the reference. */
function printPossibleBlock(w: FunctionWriter, node: Reference): void {
  const { escapes, more, literal } = node.prefix;
  const t = w.temporary();
  const context = w.unit.analysis.dynamic ? "c" : "";
  w.line(`${t} = ${reference(w, node).js};`, node.range);
  w.open(`if (${t} instanceof ${w.unit.use("BlockReference")}) {`);
  const source = quote(node.quiet ? "" : literal);
  const missing = w.unit.analysis.dynamic ? `c.literal(${source})` : source;
  w.line(`if (!${t}.render(${context})) ${w.unit.out} += ${quote(escapes + escapes + more)} + ${missing};`);
  w.between("} else {");
  const found = printed(w, node);
  print(w, joined(found.before, found.js), node.range);
  w.close();
}

function set(w: FunctionWriter, node: SetDirective): void {
  const { target } = node;
  if (target.type !== "Reference") return;
  const found = bounded(w, value(w, node.value), node.range);
  const right = w.unit.probes?.assignment(target, node.range, found) ?? found;
  if (target.steps.length === 0) assign(w, right, node.range, (v) => writeVariable(w, target.prefix.assigned, v));
  else assign(w, right, node.range, (v) => `${assignPath(w, target, v)};`);
}

/** A string that doubles at every `#set` must not grow without end. */
function bounded(w: FunctionWriter, code: Code, range: Range): Code {
  if (code.type !== "string" || code.constant) return code;
  return { ...code, js: w.unit.fallible("bounded", ["s", code.js], range) };
}

/** Velocity leaves everything as it was when the right side is null. */
function assign(w: FunctionWriter, right: Code, range: Range, write: (js: string) => string): void {
  if (!right.nullable) {
    const isSimple = right.type !== "any" || /^[\w.]+$/.test(right.js);
    if (isSimple) w.line(write(right.js), range);
    else {
      const t = w.temporary();
      w.line(`${t} = ${right.js};`, range);
      w.line(write(t), range);
    }
    return;
  }
  if (right.js === "null") return;
  const t = w.temporary();
  w.line(`if ((${t} = ${right.js}) !== null) ${write(t)}`, range);
}

function assignPath(w: FunctionWriter, target: Reference, js: string): string {
  const root = fixedRoot(w, target.name) ?? readVariable(w, target.name);
  const code = steps(w, target, { js: root, type: "any", nullable: true }, target.steps.slice(0, -1));
  const last = target.steps.at(-1)!;
  const source = w.unit.textOf(target);
  if (last.type === "IndexStep") {
    return w.unit.fallible("assignIndex", [code.js, value(w, last.index).js, js], target.range, source);
  }
  const assigned = w.unit.calls(last.name) ? "assignProperty" : "assignEntry";
  return w.unit.fallible(assigned, [code.js, quote(last.name), js], target.range, source);
}

/** JavaScript engines read `else if` by recursion: a chain longer than this becomes one test after another. */
const LONGEST_CHAIN = 500;

function ifDirective(w: FunctionWriter, node: IfDirective): void {
  if (node.branches.length > LONGEST_CHAIN) return longChain(w, node);
  const arms = w.unit.probes?.arms(node);
  const conditions = node.branches.map((branch, i) => branchCondition(w, branch, i));
  node.branches.forEach((branch, i) => {
    if (i === 0) w.open(`if (${conditions[i]}) {`, branch.header);
    else w.between(`} else if (${conditions[i]}) {`);
    arms?.enter(w, i);
    block(w, branch.body);
  });
  if (node.otherwise || arms) {
    w.between("} else {");
    arms?.enter(w, node.branches.length);
    if (node.otherwise) block(w, node.otherwise.body);
  }
  w.close();
}

function branchCondition(w: FunctionWriter, { condition: tested, header }: IfBranch, i: number): string {
  const js = condition(w, tested);
  return i === 0 ? js : (w.unit.probes?.elseIf(w, header, js) ?? js);
}

function longChain(w: FunctionWriter, node: IfDirective): void {
  const arms = w.unit.probes?.arms(node);
  const label = w.names.next("L");
  w.open(`${label}: {`);
  for (const [i, branch] of node.branches.entries()) {
    w.open(`if (${branchCondition(w, branch, i)}) {`, branch.header);
    arms?.enter(w, i);
    block(w, branch.body);
    w.line(`break ${label};`);
    w.close();
  }
  arms?.enter(w, node.branches.length);
  if (node.otherwise) block(w, node.otherwise.body);
  w.close();
}

function define(w: FunctionWriter, node: DefineDirective): void {
  if (!node.variable) return;
  const name = w.names.next("b");
  const inner = new FunctionWriter(w.unit, "block", w.names);
  countSteps(inner, node.body);
  block(inner, node.body);
  const parameter = w.unit.analysis.dynamic ? "c" : "";
  w.nested(`const ${name} = (${parameter}) => {`, inner, "};");
  const context = w.unit.analysis.dynamic ? ", c" : "";
  const made = `new ${w.unit.use("BlockReference")}(s, ${name}, ${w.unit.capture()}${context})`;
  w.line(writeVariable(w, node.variable.prefix.assigned, made), node.range);
}

function breakDirective(w: FunctionWriter, node: BreakDirective): void {
  const [scope] = node.arguments;
  if (scope) {
    w.line(`throw ${w.unit.fallible("breakTo", [value(w, scope).js], scope.range)};`, node.range);
    return;
  }
  const loop = w.ownLoop;
  if (loop) w.line(`break ${loop.label};`, node.range);
  else if (w.kind === "string" || w.kind === "macro") w.line(`throw ${w.unit.use("BREAK")};`, node.range);
  else w.line(w.kind === "template" ? `return ${w.unit.out};` : "return;", node.range);
}

function include(w: FunctionWriter, node: IncludeDirective): void {
  if (node.name === "include" && node.arguments.length === 0) return;
  for (const item of node.arguments) effect(w, value(w, item), node.range);
  const message = `"#${node.name} has no file to read: mapping templates have no resources"`;
  w.line(`${w.unit.fallible("raiseMissingResource", [message], node.range)};`, node.range);
}

/** Evaluates for what it does. */
function effect(w: FunctionWriter, code: Code, range: Range): void {
  w.line(`${code.js};`, range);
}
