import type { ForeachDirective } from "../syntax/tree.js";
import { walk } from "../syntax/walk.js";
import { quote } from "./code.js";
import { value } from "./expressions.js";
import type { FunctionWriter, LoopFrame } from "./function-writer.js";
import type { LoopProbes } from "./probes.js";
import { block, statement } from "./statements.js";
import { countSteps } from "./steps.js";
import { readVariable, restoreVariable, writeItem, writeVariable } from "./variables.js";

/** `#foreach`: by index over a list, by iterator over everything else that can be walked. */
export function foreach(w: FunctionWriter, node: ForeachDirective): void {
  const { unit } = w;
  if (node.parentheses !== undefined && node.arguments.length < 2) {
    w.line(
      `${unit.fallible("raise", [`"java.lang.ArrayIndexOutOfBoundsException"`, `"#foreach has no list"`], node.header)};`,
    );
    return;
  }
  if (node.arguments.length < 3) return;
  const items = w.names.next("l");
  const iterable = value(w, node.iterable);
  w.line(`const ${items} = ${unit.fallible("iterate", [iterable.js], node.iterable.range)};`, node.header);
  w.open(`if (${items} !== undefined) {`);
  const probes = unit.probes?.loop(node);
  const saved = save(w, node);
  loop(w, node, items, saved, probes);
  restore(w, saved);
  if (probes !== undefined) {
    w.between("} else {");
    w.line(probes.none);
  }
  w.close();
}

function restore(w: FunctionWriter, saved: Saved): void {
  for (const { name, copy } of saved.variables) w.line(restoreVariable(w, name, copy));
  if (saved.scope)
    w.line(
      `${saved.scope}.end(${readVariable(w, "foreach")}, (scope) => { ${restoreVariable(w, "foreach", "scope")} });`,
    );
}

interface Saved {
  readonly variables: readonly { readonly name: string; readonly copy: string }[];
  readonly scope: string | undefined;
}

/** What the loop sets and puts back afterwards: its variable, the counters if mentioned, `$foreach` if it is an object. */
function save(w: FunctionWriter, node: ForeachDirective): Saved {
  const names = [node.variable?.name, ...["velocityCount", "velocityHasNext"].filter((name) => mentions(w, name))];
  const variables = names
    .filter((name) => name !== undefined)
    .map((name) => {
      const copy = w.names.next("r");
      w.line(`const ${copy} = ${readVariable(w, name)};`);
      return { name, copy };
    });
  if (!w.unit.analysis.needsScope) return { variables, scope: undefined };
  const scope = w.names.next("q");
  w.line(`const ${scope} = new ${w.unit.use("ForeachScope")}(${readVariable(w, "foreach")});`);
  w.line(writeVariable(w, "foreach", scope));
  return { variables, scope };
}

function mentions(w: FunctionWriter, name: string): boolean {
  return w.unit.analysis.dynamic || w.unit.analysis.variables.has(name);
}

function loop(
  w: FunctionWriter,
  node: ForeachDirective,
  items: string,
  saved: Saved,
  probes: LoopProbes | undefined,
): void {
  const { unit, names } = w;
  const item = names.next("x");
  const frame: LoopFrame = {
    label: names.next("L"),
    index: names.next("i"),
    hasNext: names.next("h"),
    scope: saved.scope,
    nullHolder: nullHolder(w, node, item),
    catchesBreak: w.unit.analysis.hasScopedBreaks || hasBreakInString(node),
  };
  const { index, hasNext } = frame;
  const isList = names.next("a");
  const changes = names.next("m");
  const max = unit.dialect.maxLoops;
  w.line(
    `const ${isList} = Array.isArray(${items}), ${changes} = ${isList} ? ${unit.use("listModCount")}(${items}) : 0;`,
  );
  w.line(`let ${index} = 0;`);
  if (probes !== undefined) w.line(`if (${isList} ? ${items}.length === 0 : !${items}.hasNext()) ${probes.none}`);
  const limit = max === Number.MAX_SAFE_INTEGER ? "" : `${index} < ${max} && `;
  w.open(
    `${frame.label}: for (; ${limit}(${isList} ? ${index} !== ${items}.length : ${items}.hasNext()); ${index}++) {`,
  );
  w.line(`s.round(${unit.out}.length);`);
  if (probes !== undefined) w.line(probes.round(index));
  countSteps(w, node.body);
  if (mentions(w, "velocityCount")) w.line(writeVariable(w, "velocityCount", `${index} + 1`));
  const next = unit.fallible("nextItem", [items, index, changes], node.iterable.range);
  w.line(
    `const ${item} = ${isList} && ${unit.use("isUnchanged")}(${items}, ${changes}) ? ${items}[${index}] : ${next};`,
  );
  w.line(`const ${hasNext} = ${isList} ? ${index} + 1 !== ${items}.length : ${items}.hasNext();`);
  if (mentions(w, "velocityHasNext")) w.line(writeVariable(w, "velocityHasNext", hasNext));
  if (node.variable) w.line(writeItem(w, node.variable.name, item));
  if (frame.nullHolder) w.line(`let ${frame.nullHolder.flag} = ${item} === null;`);
  if (saved.scope) w.line(`${saved.scope}.round(${index}, ${hasNext});`);
  body(w, node, frame, saved, item);
  w.close();
}

function body(w: FunctionWriter, node: ForeachDirective, frame: LoopFrame, saved: Saved, item: string): void {
  const { unit } = w;
  const dynamic = unit.analysis.dynamic;
  w.loops.push(frame);
  if (dynamic)
    w.open(
      `{ const p = c; { const c = ${item} === null ? new ${unit.use("NullHolderContext")}(p, ${quote(node.variable?.name ?? "")}) : p;`,
    );
  if (frame.catchesBreak) w.open("try {");
  // Velocity renders the fourth child, which is the block unless the header has one argument too many.
  const fourth = node.arguments[3];
  if (fourth === undefined) block(w, node.body);
  else if (fourth.type === "Reference") statement(w, fourth);
  if (frame.catchesBreak) {
    w.between("} catch (error) {");
    // What goes further out (a #stop, the #break of a loop around this one) leaves the variables as the loop's end does.
    w.open(`if (!${unit.use("breaks")}(error, ${frame.scope ?? "null"})) {`);
    restore(w, saved);
    w.line("throw error;");
    w.close();
    w.line(`break ${frame.label};`);
    w.close();
  }
  if (dynamic) w.close("}}");
  w.loops.pop();
}

/** Whether the block gives its own loop variable another value, which a round over null does not show. */
function nullHolder(w: FunctionWriter, node: ForeachDirective, item: string): LoopFrame["nullHolder"] {
  const name = node.variable?.name;
  if (name === undefined || w.unit.analysis.dynamic || (w.unit.analysis.assignments.get(name) ?? 0) < 2)
    return undefined;
  return { name, item, flag: w.names.next("z") };
}

/** A `#break` of the loop in a string, which is a function of its own. */
function hasBreakInString(node: ForeachDirective): boolean {
  let found = false;
  walk(node.body, (inner) => {
    if (inner.type !== "StringLiteral" || !inner.template) return;
    walk(inner.template.body, (deep) => {
      found ||= deep.type === "Break";
    });
  });
  return found;
}
