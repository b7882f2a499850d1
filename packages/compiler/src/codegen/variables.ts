import { quote } from "./code.js";
import type { FunctionWriter } from "./function-writer.js";
import type { Unit } from "./unit.js";

/** The roots that the service gives a template, and how a rendering has them. */
const gatewayRoots: ReadonlyMap<string, (unit: Unit) => string> = new Map<string, (unit: Unit) => string>([
  ["input", () => "s.input"],
  ["util", (unit) => unit.use("utilRoot")],
  ["context", (unit) => `${unit.use("contextOf")}(s)`],
  ["stageVariables", (unit) => `${unit.use("stageVariablesOf")}(s)`],
  ["method", (unit) => `${unit.use("methodOf")}(s)`],
]);

/** Whether the name is that of a root which the template leaves what it is. */
export function isFixedRoot(w: FunctionWriter, name: string): boolean {
  const { dialect, analysis } = w.unit;
  return dialect.roots === "gateway" && gatewayRoots.has(name) && !analysis.assigned.has(name);
}

/** The root object of that name, when the template leaves it what it is. */
export function fixedRoot(w: FunctionWriter, name: string): string | undefined {
  return isFixedRoot(w, name) ? gatewayRoots.get(name)?.(w.unit) : undefined;
}

/** The value of a variable before the template begins. */
export function initialValue(w: FunctionWriter, name: string): string {
  if (w.unit.dialect.roots === "gateway") return gatewayRoots.get(name)?.(w.unit) ?? "null";
  return `${w.unit.use("entryOf")}(e, ${quote(name)})`;
}

export function readVariable(w: FunctionWriter, name: string): string {
  const root = fixedRoot(w, name);
  if (root !== undefined) return root;
  if (w.unit.analysis.dynamic) return `c.get(${quote(name)})`;
  const own = w.unit.variable(name);
  const flags = nullHolders(w, name).map(({ flag }) => flag);
  return flags.length === 0 ? own : `(${flags.join(" || ")} ? null : ${own})`;
}

/** Of the loops around, those that hide this variable of theirs in a round over null: see `NullHolderContext`. */
function nullHolders(w: FunctionWriter, name: string) {
  return w.loops.flatMap(({ nullHolder }) => (nullHolder?.name === name ? [nullHolder] : []));
}

export function writeVariable(w: FunctionWriter, name: string, js: string): string {
  return w.unit.analysis.dynamic ? `c.put(${quote(name)}, ${js});` : `${w.unit.variable(name)} = ${js};`;
}

/** The variable of a loop, which alone may become null while it is set: rounds over null hide it again. */
export function writeItem(w: FunctionWriter, name: string, item: string): string {
  const write = writeVariable(w, name, item);
  if (w.unit.analysis.dynamic) return write;
  return (
    write +
    whenNull(
      item,
      nullHolders(w, name).map((outer) => `${outer.flag} = ${outer.item} === null;`),
    )
  );
}

/** Gives a variable back what it was; null means that it was not set, and rounds over null no longer hide it. */
export function restoreVariable(w: FunctionWriter, name: string, saved: string): string {
  if (w.unit.analysis.dynamic) return `c.restore(${quote(name)}, ${saved});`;
  const write = `${w.unit.variable(name)} = ${saved};`;
  return (
    write +
    whenNull(
      saved,
      nullHolders(w, name).map(({ flag }) => `${flag} = false;`),
    )
  );
}

function whenNull(js: string, then: readonly string[]): string {
  return then.length === 0 ? "" : ` if (${js} === null) { ${then.join(" ")} }`;
}
