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

/** `Float.hashCode`: the IEEE bits. */
export function floatHash(n: number): number {
  bits.setFloat32(0, n);
  return bits.getInt32(0);
}
