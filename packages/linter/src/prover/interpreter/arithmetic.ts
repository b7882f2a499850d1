import { concatenate, type Pieces } from "../text/piece.js";
import { type Alternative, nullValue, textOf, union, unknown, type Value } from "../values/value.js";

type Operator = "+" | "-" | "*" | "/" | "%";
type NumberAlternative = Extract<Alternative, { kind: "number" }>;

/** Velocity's arithmetic: `+` puts texts together; what is no number gives null, as does division by zero. */
export function calculate(operator: Operator, left: Value, right: Value, print: (value: Value) => Pieces): Value {
  if (operator === "+" && (isText(left) || isText(right))) return textOf(concatenate(print(left), print(right)));
  return union(
    ...left.flatMap((a) =>
      right.map((b): Value => {
        if (a.kind === "unknown" || b.kind === "unknown") return unknown;
        if (a.kind === "number" && b.kind === "number") return numbers(operator, a, b);
        if (operator === "+" && (a.kind === "text" || b.kind === "text")) {
          return textOf(concatenate(print([a]), print([b])));
        }
        return nullValue;
      }),
    ),
  );
}

function isText(value: Value): boolean {
  return value.length > 0 && value.every(({ kind }) => kind === "text");
}

function numbers(operator: Operator, a: NumberAlternative, b: NumberAlternative): Value {
  const integer = a.integer && b.integer;
  const result: NumberAlternative = { kind: "number", integer, ...bounds(operator, a, b) };
  return operator === "/" || operator === "%" ? union([result], nullValue) : [result];
}

function bounds(operator: Operator, a: NumberAlternative, b: NumberAlternative): { min: number; max: number } {
  switch (operator) {
    case "+":
      return { min: a.min + b.min, max: a.max + b.max };
    case "-":
      return { min: a.min - b.max, max: a.max - b.min };
    default:
      return { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
  }
}
