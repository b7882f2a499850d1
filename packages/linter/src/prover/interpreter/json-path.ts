import type { SymbolStep } from "../values/input-symbol.js";

const step = /\.([A-Za-z_$@][\w$@-]*)|\['([^'\\]*)'\]|\["([^"\\]*)"\]|\[(\d+)\]/y;

/** The steps of a JSONPath that is made of names and indexes only. `a.b` means `$.a.b`. */
export function parseJsonPath(path: string): readonly SymbolStep[] | undefined {
  const text = path.trim();
  const rest = text.startsWith("$") ? text.slice(1) : `.${text}`;
  const steps: SymbolStep[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < rest.length) {
    const match = step.exec(rest);
    if (match === null) return undefined;
    const [, name, single, double, index] = match;
    const member = name ?? single ?? double;
    steps.push(member === undefined ? { kind: "index", index: Number(index) } : { kind: "member", name: member });
  }
  return steps;
}
