import { JavaObject, type Value } from "../value.js";
import { formatFloat } from "./format-float.js";

const bits = new DataView(new ArrayBuffer(4));

/** `java.lang.Float`. */
export class JavaFloat extends JavaObject {
  override readonly className = "java.lang.Float";
  readonly value: number;

  /** Rounds to the nearest float. */
  constructor(value: number) {
    super();
    this.value = Math.fround(value);
  }

  override print(): string {
    return formatFloat(this.value);
  }

  /** By bits, as in Java: NaN is equal to itself, 0.0 and -0.0 differ. */
  override equals(other: Value): boolean {
    return other instanceof JavaFloat && Object.is(other.value, this.value);
  }

  override hashCode(): number {
    return floatHash(this.value);
  }
}

/** `Float.hashCode` and `Float.floatToIntBits`: the IEEE bits, the same for every NaN. */
export function floatHash(n: number): number {
  // A NaN that a calculation made may have its sign bit set.
  bits.setFloat32(0, Number.isNaN(n) ? Number.NaN : n);
  return bits.getInt32(0);
}
