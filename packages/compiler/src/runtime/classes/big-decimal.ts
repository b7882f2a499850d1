import { parseBigDecimal } from "../json/number.js";
import { integerPart, longValue } from "../number/conversions.js";
import {
  addDecimals,
  checkScale,
  divideDecimals,
  multiplyDecimals,
  precisionOf,
  setScale,
  signOf,
  subtractDecimals,
} from "../number/decimal-arithmetic.js";
import { divideExactly, divideToInteger, remainder, stripZeros } from "../number/decimal-division.js";
import {
  compareDecimals,
  formatDouble,
  JavaBigDecimal,
  JavaBigInteger,
  JavaByte,
  JavaShort,
  long,
} from "../number/index.js";
import { powerOf } from "../number/integer-size.js";
import { printEngineering, printPlain } from "../number/java-big-decimal.js";
import { Rounding } from "../number/rounding.js";
import { JavaArray, JavaException } from "../value.js";
import { bigDecimalArgument, requireClass } from "./cast.js";
import { withoutFunction } from "./list.js";
import { type JavaMethod, type MethodTable, method, methodTable } from "./method-table.js";
import { numberMethods } from "./number.js";

const LOWEST_SCALE = -(2 ** 31);
const MAX_EXPONENT = 999_999_999;

type Operation = (a: JavaBigDecimal, b: JavaBigDecimal) => JavaBigDecimal;

const binary = (operation: Operation): JavaMethod<JavaBigDecimal> =>
  method(["BigDecimal"], (self: JavaBigDecimal, other) => operation(self, bigDecimalArgument(other)));
const ofScale = ({ unscaled }: JavaBigDecimal, scale: number) =>
  new JavaBigDecimal(unscaled, checkScale(scale, unscaled === 0n));
const withoutExponent = (decimal: JavaBigDecimal) =>
  decimal.scale < 0 ? setScale(decimal, 0, Rounding.UNNECESSARY) : decimal;

/** A template has no MathContext and no RoundingMode but null. */
const noContext = method(["Function"], withoutFunction);
const withoutContext: readonly JavaMethod<JavaBigDecimal>[] = [method(["BigDecimal", "Function"], withoutFunction)];

/** `java.math.BigDecimal`. */
export const bigDecimalMethods: MethodTable<JavaBigDecimal> = methodTable<JavaBigDecimal>(
  {
    abs: [
      method([], (self) => (self.unscaled < 0n ? new JavaBigDecimal(-self.unscaled, self.scale) : self)),
      noContext,
    ],
    add: [binary(addDecimals), ...withoutContext],
    byteValueExact: method([], (self) => new JavaByte(exactValue(self, 8))),
    compareTo: method(["Object"], (self, other) => {
      requireClass(other, "java.math.BigDecimal");
      return compareDecimals(self, other as JavaBigDecimal);
    }),
    divide: [
      binary(divideExactly),
      // One takes a MathContext, one a RoundingMode: with null the call is ambiguous.
      ...withoutContext,
      ...withoutContext,
      method(["BigDecimal", "int", "Function"], withoutFunction),
      method(["BigDecimal", "int"], (self: JavaBigDecimal, divisor, mode) =>
        divideDecimals(self, bigDecimalArgument(divisor), self.scale, roundingMode(mode)),
      ),
      method(["BigDecimal", "int", "int"], (self: JavaBigDecimal, divisor, scale, mode) =>
        divideDecimals(self, bigDecimalArgument(divisor), scale, roundingMode(mode)),
      ),
    ],
    divideAndRemainder: [
      ...withoutContext,
      method(["BigDecimal"], (self, other) => {
        const divisor = bigDecimalArgument(other);
        const quotient = divideToInteger(self, divisor);
        const array = new JavaArray();
        array.elementClass = "java.math.BigDecimal";
        array.push(quotient, subtractDecimals(self, multiplyDecimals(quotient, divisor)));
        return array;
      }),
    ],
    divideToIntegralValue: [binary(divideToInteger), ...withoutContext],
    intValueExact: method([], (self) => exactValue(self, 32)),
    longValueExact: method([], (self) => long(exactLong(self))),
    max: binary((a, b) => (compareDecimals(a, b) >= 0 ? a : b)),
    min: binary((a, b) => (compareDecimals(a, b) <= 0 ? a : b)),
    movePointLeft: method(["int"], (self, by) => (by === 0 ? self : withoutExponent(ofScale(self, self.scale + by)))),
    movePointRight: method(["int"], (self, by) => (by === 0 ? self : withoutExponent(ofScale(self, self.scale - by)))),
    multiply: [binary(multiplyDecimals), ...withoutContext],
    negate: [method([], (self) => new JavaBigDecimal(-self.unscaled, self.scale)), noContext],
    plus: [method([], (self) => self), noContext],
    pow: [
      method(["int", "Function"], withoutFunction),
      method(["int"], (self: JavaBigDecimal, exponent) => {
        if (exponent < 0 || exponent > MAX_EXPONENT) throw arithmetic("Invalid operation");
        const scale = checkScale(self.scale * exponent, self.unscaled === 0n);
        return new JavaBigDecimal(powerOf(self.unscaled, exponent), scale);
      }),
    ],
    precision: method([], (self) => precisionOf(self)),
    remainder: [binary(remainder), ...withoutContext],
    round: noContext,
    scale: method([], (self) => self.scale),
    scaleByPowerOfTen: method(["int"], (self, by) => ofScale(self, self.scale - by)),
    setScale: [
      method(["int", "Function"], withoutFunction),
      method(["int"], (self: JavaBigDecimal, scale) => setScale(self, scale, Rounding.UNNECESSARY)),
      method(["int", "int"], (self: JavaBigDecimal, scale, mode) => setScale(self, scale, roundingMode(mode))),
    ],
    shortValueExact: method([], (self) => new JavaShort(exactValue(self, 16))),
    sqrt: noContext,
    signum: method([], (self) => signOf(self.unscaled)),
    stripTrailingZeros: method([], (self) =>
      self.unscaled === 0n ? new JavaBigDecimal(0n, 0) : stripZeros(self, LOWEST_SCALE),
    ),
    subtract: [binary(subtractDecimals), ...withoutContext],
    toBigInteger: method([], (self) => new JavaBigInteger(integerPart(self))),
    toBigIntegerExact: method([], (self) => new JavaBigInteger(setScale(self, 0, Rounding.UNNECESSARY).unscaled)),
    toEngineeringString: method([], (self) => printEngineering(self)),
    toPlainString: method([], (self) => printPlain(self)),
    ulp: method([], (self) => new JavaBigDecimal(1n, self.scale)),
    unscaledValue: method([], (self) => new JavaBigInteger(self.unscaled)),
    valueOf: [
      method(["long"], (_self, n) => new JavaBigDecimal(n, 0)),
      method(["long", "int"], (_self, unscaled, scale) => new JavaBigDecimal(unscaled, scale)),
      method(["double"], (_self, n) => decimalOf(n)),
    ],
  },
  numberMethods,
);

/** The decimal that the double prints as. */
function decimalOf(n: number): JavaBigDecimal {
  const decimal = parseBigDecimal(formatDouble(n));
  if (decimal === undefined) throw new JavaException("java.lang.NumberFormatException", `not a number: ${n}`);
  return decimal;
}

function roundingMode(mode: number): number {
  if (mode >= Rounding.UP && mode <= Rounding.UNNECESSARY) return mode;
  throw new JavaException("java.lang.IllegalArgumentException", "Invalid rounding mode");
}

function exactValue(decimal: JavaBigDecimal, bits: number): number {
  const value = exactLong(decimal);
  if (BigInt.asIntN(bits, value) !== value) throw arithmetic("Overflow");
  return Number(value);
}

function exactLong(decimal: JavaBigDecimal): bigint {
  const LONG_DIGITS = 19;
  if (decimal.unscaled === 0n) return 0n;
  const integerDigits = precisionOf(decimal) - decimal.scale;
  if (integerDigits <= 0) throw arithmetic("Rounding necessary");
  if (integerDigits > LONG_DIGITS) throw arithmetic("Overflow");
  const integer = setScale(decimal, 0, Rounding.UNNECESSARY);
  if (longValue(integer) !== integer.unscaled) throw arithmetic("Overflow");
  return integer.unscaled;
}

function arithmetic(message: string): JavaException {
  return new JavaException("java.lang.ArithmeticException", message);
}
