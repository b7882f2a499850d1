import { digit } from "../number/digit.js";
import { NUMERIC_VALUES } from "./numeric-values.data.js";

let others: ReadonlyMap<number, number> | undefined;

/**
 * `Character.getNumericValue` of JDK 17: digits and letters as in base 36, other numbers as they are, -2 for fractions, -1
 * for what is no number.
 */
export function numericValueOf(codePoint: number): number {
  const value = digit(codePoint, 36);
  if (value >= 0) return value;
  others ??= readOthers();
  return others.get(codePoint) ?? -1;
}

function readOthers(): Map<number, number> {
  const values = new Map<number, number>();
  let codePoint = 0;
  let value = 0;
  for (const [, step, change, count = "1"] of NUMERIC_VALUES.matchAll(/(\d+)([+-]\d+)(?:\*(\d+))?/g)) {
    for (let i = 0; i < Number(count); i++) {
      codePoint += Number(step);
      value += Number(change);
      values.set(codePoint, value);
    }
  }
  return values;
}
