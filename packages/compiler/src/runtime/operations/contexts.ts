import { mapGet, mapKeys } from "../collections/map.js";
import type { Value } from "../value.js";
import { work } from "../work.js";
import type { RenderState } from "./render-state.js";
import { entriesOf } from "./roots.js";

/** The variables of a template whose names are looked up at run time: plain Velocity with macros or `#evaluate`. */
export interface VariableContext {
  get(name: string): Value;
  put(name: string, value: Value): void;
  /** Gives a variable back what it was; null means that it was not set. */
  restore(name: string, value: Value): void;
  /** What a macro prints for a parameter without a value: the source of the argument. */
  literal(source: string): string;
}

class RootContext implements VariableContext {
  readonly #variables = new Map<string, Value>();
  constructor(state: RenderState) {
    const entries = entriesOf(state);
    for (const key of mapKeys(entries)) this.#variables.set(String(key), mapGet(entries, key) ?? null);
  }
  get(name: string): Value {
    return this.#variables.get(name) ?? null;
  }
  put(name: string, value: Value): void {
    this.#variables.set(name, value);
  }
  restore(name: string, value: Value): void {
    if (value === null) this.#variables.delete(name);
    else this.#variables.set(name, value);
  }
  literal(source: string): string {
    return source;
  }
}

export function rootContext(state: RenderState): VariableContext {
  return new RootContext(state);
}

/** An argument of a macro call: a value, or, by name, how to read it in the caller's context. */
export interface MacroArgument {
  readonly value: Value;
  readonly read?: (context: VariableContext) => Value;
  readonly literal?: string;
}

/** An argument is evaluated anew at each use, with the arguments of its caller, and those of the caller's caller. */
const ARGUMENT = 8;

/** Velocity's `ProxyVMContext`: parameters by name, and own copies of what the macro sets beside the caller's. */
export class MacroContext implements VariableContext {
  readonly #inner: VariableContext;
  readonly #local = new Map<string, Value>();
  readonly #byName = new Map<string, (context: VariableContext) => Value>();
  readonly #literals = new Map<string, string>();

  constructor(inner: VariableContext) {
    this.#inner = inner;
  }

  bind(name: string, argument: MacroArgument): void {
    if (argument.read === undefined) {
      this.#local.set(name, argument.value);
      return;
    }
    this.#byName.set(name, argument.read);
    this.#literals.set(`$${name}`, argument.literal ?? "");
  }

  /** `$bodyContent` of a call with a block. */
  bindBody(name: string, body: Value): void {
    this.#local.set(name, body);
  }

  get(name: string): Value {
    const local = this.#local.get(name);
    if (local !== undefined && local !== null) return local;
    const read = this.#byName.get(name);
    if (!read) return this.#inner.get(name);
    work(ARGUMENT);
    return read(this.#inner);
  }

  put(name: string, value: Value): void {
    this.#local.set(name, value);
    this.#inner.put(name, value);
  }

  restore(name: string, value: Value): void {
    if (value !== null) return this.put(name, value);
    this.#local.delete(name);
    this.#byName.delete(name);
    this.#inner.restore(name, null);
  }

  literal(source: string): string {
    return this.#literals.get(source) ?? this.#inner.literal(source);
  }
}

/** In a round of `#foreach` over null the loop variable stays null, whatever the round sets it to. */
export class NullHolderContext implements VariableContext {
  readonly #inner: VariableContext;
  readonly #name: string;
  #active = true;

  constructor(inner: VariableContext, name: string) {
    this.#inner = inner;
    this.#name = name;
  }

  get(name: string): Value {
    return this.#active && name === this.#name ? null : this.#inner.get(name);
  }

  put(name: string, value: Value): void {
    if (name === this.#name && value === null) this.#active = true;
    this.#inner.put(name, value);
  }

  restore(name: string, value: Value): void {
    if (value === null && name === this.#name) this.#active = false;
    this.#inner.restore(name, value);
  }

  literal(source: string): string {
    return this.#inner.literal(source);
  }
}
