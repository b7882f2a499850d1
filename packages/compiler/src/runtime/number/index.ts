export { add, divide, modulo, multiply, subtract } from "./arithmetic.js";
export {
  compareDoubles,
  compareNumbers,
  greaterOrEqual,
  greaterThan,
  lessOrEqual,
  lessThan,
} from "./comparison.js";
export { doubleValue, floatValue, intValue as toInt, longValue } from "./conversions.js";
export { compareDecimals } from "./decimal-arithmetic.js";
export { formatDouble } from "./format-double.js";
export { formatFloat } from "./format-float.js";
export { JavaBigDecimal } from "./java-big-decimal.js";
export { JavaBigInteger } from "./java-big-integer.js";
export { JavaCharacter } from "./java-character.js";
export { double, JavaDouble, NOT_A_NUMBER } from "./java-double.js";
export { float, floatNaN, JavaFloat } from "./java-float.js";
export { integer, isNumber, type JavaNumber, long, type NumberKind, numberKind } from "./java-number.js";
export { JavaByte, JavaShort } from "./java-small-integers.js";
export { parseFloatLiteral, parseIntegerLiteral } from "./literals.js";
export { NumberObject } from "./number-object.js";
