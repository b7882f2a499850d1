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
  const holders = w.loops.flatMap(({ nullHolder }) => (nullHolder?.name === name ? [nullHolder.flag] : []));
  return holders.length === 0 ? own : `(${holders.join(" || ")} ? null : ${own})`;
}

export function writeVariable(w: FunctionWriter, name: string, js: string): string {
  return w.unit.analysis.dynamic ? `c.put(${quote(name)}, ${js});` : `${w.unit.variable(name)} = ${js};`;
}

/** Gives a variable back what it was; null means that it was not set. */
export function restoreVariable(w: FunctionWriter, name: string, saved: string): string {
  return w.unit.analysis.dynamic ? `c.restore(${quote(name)}, ${saved});` : `${w.unit.variable(name)} = ${saved};`;
}
