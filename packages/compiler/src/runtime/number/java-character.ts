import { JavaObject, type Value } from "../value.js";

/** `java.lang.Character`: one UTF-16 code unit. */
export class JavaCharacter extends JavaObject {
  override readonly className = "java.lang.Character";
  readonly code: number;

  constructor(code: number) {
    super();
    this.code = code & 0xffff;
  }

  override print(): string {
    return String.fromCharCode(this.code);
  }

  override equals(other: Value): boolean {
    return other instanceof JavaCharacter && other.code === this.code;
  }

  override hashCode(): number {
    return this.code;
  }
}
