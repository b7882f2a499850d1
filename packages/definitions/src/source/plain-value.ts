import type { Declared } from "./declared.js";

const DEEPEST = 64;

/** The plain JSON value of a declaration. Keys such as `__proto__` are ordinary keys. */
export function plainValue(declared: Declared, depth = 0): unknown {
  const { node } = declared;
  if (depth > DEEPEST) return null;
  switch (node.kind) {
    case "map":
      return Object.fromEntries(declared.entries().map(({ key, value }) => [key, plainValue(value, depth + 1)]));
    case "list":
      return declared.items().map((item) => plainValue(item, depth + 1));
    case "scalar":
      return typeof node.value === "string" ? (declared.text() ?? null) : node.value;
    default:
      return declared.text() ?? null;
  }
}
