import type { Value } from "../value.js";
import { ValueNumber } from "./number-object.js";

abstract class SmallInteger extends ValueNumber<number> {
  /** Keeps the low bits. */
  constructor(value: number, bits: 8 | 16) {
    super((value << (32 - bits)) >> (32 - bits));
  }

  override equals(other: Value): boolean {
    return other instanceof SmallInteger && other.className === this.className && other.value === this.value;
  }

  override hashCode(): number {
    return this.value;
  }
}

/** `java.lang.Short`. */
export class JavaShort extends SmallInteger {
  override readonly className = "java.lang.Short";

  constructor(value: number) {
    super(value, 16);
  }
}

/** `java.lang.Byte`. */
export class JavaByte extends SmallInteger {
  override readonly className = "java.lang.Byte";

  constructor(value: number) {
    super(value, 8);
  }
}
