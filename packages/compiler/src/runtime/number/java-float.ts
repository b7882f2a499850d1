import type { Value } from "../value.js";
import { formatFloat } from "./format-float.js";
import { ValueNumber } from "./number-object.js";

const bits = new DataView(new ArrayBuffer(4));

/** `java.lang.Float`. Made by `float`. */
export class JavaFloat extends ValueNumber<number> {
  override readonly className = "java.lang.Float";
  readonly #format: (n: number) => string;

  /** Rounds to the nearest float. `format` is handed in since the only float of JSON text, NaN, needs no digits. */
  constructor(value: number, format: (n: number) => string) {
    super(Math.fround(value));
    this.#format = format;
  }

  override print(): string {
    return this.#format(this.value);
  }

  /** By bits, as in Java: NaN is equal to itself, 0.0 and -0.0 differ. */
  override equals(other: Value): boolean {
    return other instanceof JavaFloat && Object.is(other.value, this.value);
  }

  override hashCode(): number {
    return floatHash(this.value);
  }
}

/** The Float nearest to that value. */
export function float(n: number): JavaFloat {
  return new JavaFloat(n, formatFloat);
}

/** `Float.NaN`. */
export function floatNaN(): JavaFloat {
  return new JavaFloat(Number.NaN, String);
}

/** `Float.hashCode` and `Float.floatToIntBits`: the IEEE bits, the same for every NaN. */
export function floatHash(n: number): number {
  // A NaN that a calculation made may have its sign bit set.
  bits.setFloat32(0, Number.isNaN(n) ? Number.NaN : n);
  return bits.getInt32(0);
}
