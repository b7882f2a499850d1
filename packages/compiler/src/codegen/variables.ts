import { quote } from "./code.js";
import type { FunctionWriter } from "./function-writer.js";

/** The roots that the service gives a template, and how a rendering has them. */
const gatewayRoots: Readonly<Record<string, string>> = {
  input: "s.input",
  util: "s.util",
  context: "s.context",
  stageVariables: "s.stageVariables",
  method: "s.method()",
};

/** The root object of that name, when the template leaves it what it is. */
export function fixedRoot(w: FunctionWriter, name: string): string | undefined {
  const { dialect, analysis } = w.unit;
  if (dialect.roots !== "gateway" || analysis.assigned.has(name)) return undefined;
  return Object.hasOwn(gatewayRoots, name) ? gatewayRoots[name] : undefined;
}

/** The value of a variable before the template begins. */
export function initialValue(w: FunctionWriter, name: string): string {
  if (w.unit.dialect.roots === "gateway") return Object.hasOwn(gatewayRoots, name) ? gatewayRoots[name]! : "null";
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
