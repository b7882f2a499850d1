import type { BinaryFloat } from "./binary-float.js";

/**
 * The digits that `FloatingDecimal` of JDK 17 finds for a binary floating-point number. Up to JDK 18 these are not always
 * the shortest that read back as the number: `2.0E23` prints `1.9999999999999998E23`, 2^-44 prints one digit too many.
 */
export interface DecimalDigits {
  /** Without leading zeros, except where Java prints one. */
  readonly digits: string;
  /** The number is 0.DIGITS times ten to this power. */
  readonly exponent: number;
}

const FRACTION_BITS = 52;
/** Bits of 5^n; Java's table ends with what fits 63 bits and takes three bits a power from there. */
const BITS_OF_POWER_OF_FIVE = Array.from({ length: 27 }, (_, n) =>
  n === 0 ? 0 : (5n ** BigInt(n)).toString(2).length,
);

/** The digits that Java prints for a number. */
export function decimalDigits(number: BinaryFloat): DecimalDigits {
  const trailingZeros = countTrailingZeros(number.fraction);
  const fractionBits = FRACTION_BITS + 1 - trailingZeros;
  const pointBits = Math.max(0, fractionBits - number.exponent - 1);
  if (pointBits === 0 && number.exponent <= 62) return integerDigits(number);
  return generateDigits(number, trailingZeros, fractionBits, pointBits);
}

/** Integers below 2^63 print exactly, save the digits that the format cannot tell apart. */
function integerDigits({ fraction, exponent, significantBits }: BinaryFloat): DecimalDigits {
  let integer =
    exponent >= FRACTION_BITS
      ? fraction << BigInt(exponent - FRACTION_BITS)
      : fraction >> BigInt(FRACTION_BITS - exponent);
  const dropped = insignificantDigits(exponent - significantBits - 1);
  if (dropped > 0) {
    const unit = 10n ** BigInt(dropped);
    const rest = integer % unit;
    integer /= unit;
    if (rest >= unit / 2n) integer += 1n;
  }
  const text = String(integer);
  return { digits: text.replace(/0+$/, ""), exponent: text.length + dropped };
}

/** Decimal digits that fit `bits` bits, of which Java drops all but the first. */
function insignificantDigits(bits: number): number {
  return bits > 1 ? String(2n ** BigInt(bits)).length - 1 : 0;
}

/** The number, half of its last place, and ten units, as integers over one denominator. */
interface Fractions {
  readonly numerator: bigint;
  readonly halfUlp: bigint;
  readonly denominator: bigint;
  /** The width of the Java integers used; they overflow. `undefined`: arbitrary precision. */
  readonly width: 32 | 64 | undefined;
}

/** Generates digits until what is left is less than half of the last place (Steele and White, Dragon4). */
function generateDigits(
  number: BinaryFloat,
  trailingZeros: number,
  fractionBits: number,
  pointBits: number,
): DecimalDigits {
  let exponent = estimateExponent(number);
  const { numerator, halfUlp, denominator, width } = fractionsOf(
    number,
    exponent,
    trailingZeros,
    fractionBits,
    pointBits,
  );
  const wrap = (n: bigint): bigint => (width === undefined ? n : BigInt.asIntN(width, n));
  const ten = 10n * denominator;
  let rest = numerator;
  let margin = halfUlp;
  let low = false;
  let high = false;
  const nextDigit = (): number => {
    const digit = Number(rest / denominator);
    rest = wrap(10n * (rest % denominator));
    margin = wrap(10n * margin);
    low = rest < margin;
    // Only the arbitrary precision arithmetic counts the boundary as inside.
    high = width === undefined ? rest + margin >= ten : wrap(rest + margin) > ten;
    return digit;
  };
  const digits: number[] = [];
  const first = nextDigit();
  if (first === 0 && !high) exponent--;
  else digits.push(first);
  // What prints with an exponent has two digits at least, and Java generates the second even when the first suffices.
  if (exponent < -3 || exponent >= 8) low = high = false;
  while (!low && !high) {
    digits.push(nextDigit());
    if (margin <= 0n) low = high = true;
  }
  const above = wrap(2n * rest - ten);
  const isUp = low ? above > 0n || (above === 0n && digits.at(-1)! % 2 === 1) : true;
  if (high && isUp && roundUp(digits)) exponent++;
  return { digits: digits.join(""), exponent: exponent + 1 };
}

function fractionsOf(
  { fraction, exponent, significantBits }: BinaryFloat,
  decimalExponent: number,
  trailingZeros: number,
  fractionBits: number,
  pointBits: number,
): Fractions {
  const fives = Math.max(0, -decimalExponent);
  const denominatorFives = Math.max(0, decimalExponent);
  let twos = fives + pointBits + exponent;
  let denominatorTwos = denominatorFives + pointBits;
  let halfUlpTwos = twos - significantBits;
  twos -= fractionBits - 1;
  const common = Math.min(twos, denominatorTwos);
  twos -= common;
  denominatorTwos -= common;
  halfUlpTwos -= common;
  // Below a power of two the numbers lie twice as dense; Java then takes the smaller distance on both sides.
  if (fractionBits === 1) halfUlpTwos--;
  if (halfUlpTwos < 0) {
    twos -= halfUlpTwos;
    denominatorTwos -= halfUlpTwos;
    halfUlpTwos = 0;
  }
  const numeratorBits = fractionBits + twos + bitsOfPowerOfFive(fives);
  const tenBits = denominatorTwos + 1 + bitsOfPowerOfFive(denominatorFives + 1);
  const bits = Math.max(numeratorBits, tenBits);
  return {
    numerator: ((fraction >> BigInt(trailingZeros)) * 5n ** BigInt(fives)) << BigInt(twos),
    halfUlp: (5n ** BigInt(fives)) << BigInt(halfUlpTwos),
    denominator: (5n ** BigInt(denominatorFives)) << BigInt(denominatorTwos),
    width: bits < 32 ? 32 : bits < 64 ? 64 : undefined,
  };
}

function bitsOfPowerOfFive(power: number): number {
  return BITS_OF_POWER_OF_FIVE[power] ?? power * 3;
}

/** Java's estimate of the decimal exponent: exact, or one too much. */
function estimateExponent({ fraction, exponent }: BinaryFloat): number {
  const significand = Number(fraction) / 2 ** FRACTION_BITS;
  return Math.floor((significand - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
}

/** Adds one to the last digit; true when that carried over the first, which is then 1. */
function roundUp(digits: number[]): boolean {
  let last = digits.length - 1;
  while (last > 0 && digits[last] === 9) digits[last--] = 0;
  if (digits[last] === 9) {
    digits[last] = 1;
    return true;
  }
  digits[last]! += 1;
  return false;
}

function countTrailingZeros(n: bigint): number {
  let zeros = 0;
  for (let rest = n; (rest & 1n) === 0n; rest >>= 1n) zeros++;
  return zeros;
}
