import { JavaObject, type Value } from "../value.js";

/** `java.lang.Short`. */
export class JavaShort extends JavaObject {
  override readonly className = "java.lang.Short";
  readonly value: number;

  /** Keeps the low 16 bits. */
  constructor(value: number) {
    super();
    this.value = (value << 16) >> 16;
  }

  override print(): string {
    return String(this.value);
  }

  override equals(other: Value): boolean {
    return other instanceof JavaShort && other.value === this.value;
  }

  override hashCode(): number {
    return this.value;
  }
}

/** `java.lang.Byte`. */
export class JavaByte extends JavaObject {
  override readonly className = "java.lang.Byte";
  readonly value: number;

  /** Keeps the low 8 bits. */
  constructor(value: number) {
    super();
    this.value = (value << 24) >> 24;
  }

  override print(): string {
    return String(this.value);
  }

  override equals(other: Value): boolean {
    return other instanceof JavaByte && other.value === this.value;
  }

  override hashCode(): number {
    return this.value;
  }
}
