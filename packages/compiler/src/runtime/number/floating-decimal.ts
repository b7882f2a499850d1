import type { BinaryFloat } from "./binary-float.js";

/**
 * The digits that `FloatingDecimal` of JDK 17 finds for a binary floating-point number. Up to JDK 18 these are not always
 * the shortest that read back as the number: `2.0E23` prints `1.9999999999999998E23`, 2^-44 prints one digit too many.
 */
export interface DecimalDigits {
  /** Digits, without leading zeros, except where Java prints one. */
  readonly significand: string;
  /** The number is 0.SIGNIFICAND times ten to this power. */
  readonly exponent: number;
}

const FRACTION_BITS = 52;

/** The digits that Java prints for a number. */
export function decimalDigits(number: BinaryFloat): DecimalDigits {
  let odd = number.fraction;
  let oddBits = FRACTION_BITS + 1;
  for (; (odd & 1n) === 0n; odd >>= 1n) oddBits--;
  const isInteger = oddBits <= number.exponent + 1 && number.exponent <= 62;
  return isInteger ? integerDigits(number) : generateDigits(number, odd, oddBits);
}

/** Integers below 2^63 print exactly, save the digits that the format cannot tell apart. */
function integerDigits({ fraction, exponent, significantBits }: BinaryFloat): DecimalDigits {
  // As many decimal digits as fit the bits that are not significant.
  const dropped = Math.max(0, Math.floor((exponent - significantBits - 1) * 0.30103));
  const unit = 10n ** BigInt(dropped);
  const text = String(((fraction << BigInt(exponent - FRACTION_BITS)) + unit / 2n) / unit);
  return { significand: text.replace(/0+$/, ""), exponent: text.length + dropped };
}

/**
 * Generates digits until what is left is less than half of the last place (Steele and White, Dragon4).
 * @param odd the fraction without the zero bits at its end, of which `oddBits` are left
 */
function generateDigits({ fraction, exponent, significantBits }: BinaryFloat, odd: bigint, oddBits: number) {
  // Java's estimate: exact, or one too much.
  const significand = Number(fraction) / 2 ** FRACTION_BITS;
  let power = Math.floor((significand - 1.5) * 0.289529654 + 0.176091259 + exponent * 0.301029995663981);
  // The number, half of its last place, and ten units, as integers over one denominator.
  const fives = Math.max(0, -power);
  const twosOfNumber = exponent - oddBits + 1 - power;
  // Below a power of two the numbers lie twice as dense; Java then takes the smaller distance on both sides.
  const twosOfMargin = twosOfNumber + oddBits - 1 - significantBits - (oddBits === 1 ? 1 : 0);
  const common = Math.min(0, twosOfNumber, twosOfMargin);
  const five = 5n ** BigInt(fives);
  let rest = (odd * five) << BigInt(twosOfNumber - common);
  let margin = five << BigInt(twosOfMargin - common);
  const denominator = (5n ** BigInt(power + fives)) << BigInt(-common);
  const ten = 10n * denominator;
  const bits = Math.max(
    oddBits + twosOfNumber - common + bitsOfPowerOfFive(fives),
    1 - common + bitsOfPowerOfFive(power + fives + 1),
  );
  // The Java integers used overflow, but for those of any size.
  const isWide = bits >= 64;
  const wrap = (n: bigint): bigint => (isWide ? n : BigInt.asIntN(bits < 32 ? 32 : 64, n));
  let low = false;
  let high = false;
  let digits = 0n;
  let count = 0;
  const nextDigit = (): void => {
    digits = 10n * digits + rest / denominator;
    count++;
    rest = wrap(10n * (rest % denominator));
    margin = wrap(10n * margin);
    low = rest < margin;
    // Only the arbitrary precision arithmetic counts the boundary as inside.
    high = isWide ? rest + margin >= ten : wrap(rest + margin) > ten;
  };
  nextDigit();
  if (digits === 0n && !high) {
    power--;
    count--;
  }
  // What prints with an exponent has two digits at least, and Java generates the second even when the first suffices.
  if (power < -3 || power >= 8) low = high = false;
  while (!low && !high) {
    nextDigit();
    if (margin <= 0n) low = high = true;
  }
  const above = wrap(2n * rest - ten);
  if (high && (!low || above > 0n || (above === 0n && digits % 2n === 1n))) digits++;
  const text = String(digits).padStart(count, "0");
  // A carry over the first digit leaves a zero behind the last.
  return { significand: text.slice(0, count), exponent: power + 1 + text.length - count };
}

/** As Java counts: its table ends with what fits 63 bits. Up to there this is as exact as log2(5). */
function bitsOfPowerOfFive(power: number): number {
  return power < 27 ? Math.ceil(power * 2.322) : power * 3;
}
