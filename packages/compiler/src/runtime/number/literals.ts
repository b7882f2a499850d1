import type { Value } from "../value.js";
import { double } from "./java-double.js";
import { int, integer } from "./java-number.js";

/** More digits than this may not fit a JavaScript number exactly. */
const SAFE_LENGTH = 15;

/** The value of an integer literal `-?[0-9]+`: the first of Integer, Long and BigInteger that holds it. */
export function parseIntegerLiteral(text: string): Value {
  // The sum makes a -0 a 0.
  if (text.length <= SAFE_LENGTH) return Number(text) + 0;
  const n = BigInt(text);
  if (BigInt.asIntN(32, n) === n) return int(Number(n));
  return integer(n);
}

/** The Double of a floating-point literal, such as `-1.5`, `.5`, `1.` or `1e3`; too large ones are infinite. */
export function parseFloatLiteral(text: string): Value {
  return double(Number(text));
}
