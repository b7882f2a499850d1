import { concatenate, type Pieces } from "../text/piece.js";
import { type Alternative, nullValue, textOf, union, unknown, type Value } from "../values/value.js";

type Operator = "+" | "-" | "*" | "/" | "%";
type NumberAlternative = Extract<Alternative, { kind: "number" }>;

/** What an operand is beside a text. */
export type PrintOperand = (one: Alternative, isRight: boolean) => Pieces;

/** Velocity's arithmetic: `+` puts texts together; what is no number gives null, as does division by zero. */
export function calculate(operator: Operator, left: Value, right: Value, print: PrintOperand): Value {
  return union(
    ...left.flatMap((a) =>
      right.map((b): Value => {
        if (a.kind === "unknown" || b.kind === "unknown") return unknown;
        if (a.kind === "number" && b.kind === "number") return numbers(operator, a, b);
        if (operator === "+" && (a.kind === "text" || b.kind === "text")) {
          return textOf(concatenate(print(a, false), print(b, true)));
        }
        return nullValue;
      }),
    ),
  );
}

function numbers(operator: Operator, a: NumberAlternative, b: NumberAlternative): Value {
  const integer = a.integer && b.integer;
  const result: NumberAlternative = { kind: "number", integer, ...bounds(operator, a, b) };
  const mayDivideByZero = (operator === "/" || operator === "%") && b.min <= 0 && b.max >= 0;
  return mayDivideByZero ? union([result], nullValue) : [result];
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
