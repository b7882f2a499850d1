import { parseBigDecimal } from "../json/number.js";
import { numberFormat } from "../json/parse-exception.js";
import { compareDecimals, type JavaBigDecimal } from "../number/index.js";
import { print } from "../object/print.js";
import type { Value } from "../value.js";

/** Decimals of at most so many digits are equal only if the doubles they are read as are equal. */
const EXACT_DIGITS = 15;

/** A number in a filter. Jayway compares numbers as BigDecimals of what they print, which doubles often stand for. */
export class FilterNumber {
  readonly kind = "number";
  readonly #text: string;
  /** Orders this number among others that have it. */
  readonly #double: number | undefined;
  #decimal: JavaBigDecimal | undefined;

  private constructor(text: string, double: number | undefined) {
    this.#text = text;
    this.#double = double;
  }

  /** A number of the document. Throws NumberFormatException for infinity and NaN. */
  static ofValue(value: Value): FilterNumber {
    const isExact = typeof value === "number";
    const number = new FilterNumber(print(value), isExact ? value : undefined);
    if (!isExact) number.decimal();
    return number;
  }

  /** A number in the path. Throws NumberFormatException. */
  static ofLiteral(text: string): FilterNumber {
    const isExact = text.length <= EXACT_DIGITS && !/e/i.test(text);
    const number = new FilterNumber(text, isExact ? Number(text) : undefined);
    number.decimal();
    return number;
  }

  /** A string that is compared with a number; undefined if it is none. */
  static ofString(text: string): FilterNumber | undefined {
    const decimal = parseBigDecimal(text);
    if (decimal === undefined) return undefined;
    const number = new FilterNumber(text, undefined);
    number.#decimal = decimal;
    return number;
  }

  decimal(): JavaBigDecimal {
    if (this.#decimal === undefined) {
      const decimal = parseBigDecimal(this.#text);
      if (decimal === undefined) throw numberFormat(this.#text);
      this.#decimal = decimal;
    }
    return this.#decimal;
  }

  /** Negative, zero or positive, by value: `1.0` is `1`. */
  compareTo(other: FilterNumber): number {
    if (this.#double !== undefined && other.#double !== undefined) return this.#double - other.#double;
    return compareDecimals(this.decimal(), other.decimal());
  }

  /** `BigDecimal.toString`, so a double `1.0E10` is `1.0E+10`. */
  print(): string {
    return this.decimal().print();
  }
}
