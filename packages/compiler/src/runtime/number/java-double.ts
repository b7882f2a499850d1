import { doubleHash } from "../object/hash-code.js";
import type { Value } from "../value.js";
import { formatDouble } from "./format-double.js";
import { ValueNumber } from "./number-object.js";

/** A `java.lang.Double` that a JavaScript number cannot stand for: integral, NaN, infinite or -0.0. Made by `double`. */
export class JavaDouble extends ValueNumber<number> {
  override readonly className = "java.lang.Double";

  override print(): string {
    return formatDouble(this.value);
  }

  /** By bits, as in Java: NaN is equal to itself, 0.0 and -0.0 differ. */
  override equals(other: Value): boolean {
    return other instanceof JavaDouble && Object.is(other.value, this.value);
  }

  override hashCode(): number {
    return doubleHash(this.value);
  }
}

/** `Double.NaN`. */
export const NOT_A_NUMBER = new JavaDouble(Number.NaN);

/** The Double of that value. */
export function double(n: number): Value {
  return Number.isInteger(n) || !Number.isFinite(n) ? new JavaDouble(n) : n;
}
