import { JavaObject } from "../value.js";

/** An instance of `java.lang.Number` that no JavaScript number stands for. */
export abstract class NumberObject extends JavaObject {}

/** One that is a JavaScript number or bigint with a class of its own. */
export abstract class ValueNumber<Of extends number | bigint> extends NumberObject {
  readonly value: Of;

  constructor(value: Of) {
    super();
    this.value = value;
  }

  override print(): string {
    return String(this.value);
  }
}
