import { requireClass } from "./cast.js";
import { type MethodTable, method, methodTable } from "./method-table.js";

const parse = (text: string | null) => text?.toLowerCase() === "true";
const hash = (b: boolean) => (b ? 1231 : 1237);
const compare = (a: boolean, b: boolean) => Number(a) - Number(b);

/** `java.lang.Boolean`, including its static methods, which Velocity calls through any instance. */
export const booleanMethods: MethodTable<boolean> = methodTable<boolean>({
  booleanValue: method([], (self) => self),
  compare: method(["boolean", "boolean"], (_self, a, b) => compare(a, b)),
  compareTo: method(["Object"], (self, other) => {
    requireClass(other, "java.lang.Boolean");
    return compare(self, other as boolean);
  }),
  // There is no system property that a template could name.
  getBoolean: method(["String"], () => false),
  hashCode: [method([], (self) => hash(self)), method(["boolean"], (_self, b) => hash(b))],
  logicalAnd: method(["boolean", "boolean"], (_self, a, b) => a && b),
  logicalOr: method(["boolean", "boolean"], (_self, a, b) => a || b),
  logicalXor: method(["boolean", "boolean"], (_self, a, b) => a !== b),
  parseBoolean: method(["String"], (_self, text) => parse(text)),
  toString: [method([], (self) => String(self)), method(["boolean"], (_self, b) => String(b))],
  valueOf: [method(["String"], (_self, text) => parse(text)), method(["boolean"], (_self, b) => b)],
});
