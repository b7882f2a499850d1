const MOST_ENTRIES = 64;

let count = 0;

/**
 * A map that never changes. Equal changes of one map give one and the same map, so that ways through a template that
 * know the same mostly hold the same object. It knows so much and no more: the entry that is there longest goes first.
 */
export class SharedMap<Value extends string | boolean> {
  readonly #entries: ReadonlyMap<string, Value>;
  readonly #changed = new Map<string, Map<Value | undefined, SharedMap<Value>>>();
  #key: string | undefined;
  /** No other map has it, be its entries the same. */
  readonly id = ++count;

  constructor(entries: ReadonlyMap<string, Value> = new Map()) {
    this.#entries = entries;
  }

  get size(): number {
    return this.#entries.size;
  }

  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  get(name: string): Value | undefined {
    return this.#entries.get(name);
  }

  /** The map with another value of a name; with `undefined`, without the name. */
  with(name: string, value: Value | undefined): SharedMap<Value> {
    if (this.#entries.get(name) === value) return this;
    const byValue = this.#changed.get(name) ?? new Map<Value | undefined, SharedMap<Value>>();
    this.#changed.set(name, byValue);
    let changed = byValue.get(value);
    if (changed === undefined) {
      changed = new SharedMap(this.#entriesWith(name, value));
      byValue.set(value, changed);
    }
    return changed;
  }

  #entriesWith(name: string, value: Value | undefined): ReadonlyMap<string, Value> {
    const entries = new Map(this.#entries);
    if (value === undefined) entries.delete(name);
    else entries.set(name, value);
    const [oldest] = entries.keys();
    if (entries.size > MOST_ENTRIES && oldest !== undefined) entries.delete(oldest);
    return entries;
  }

  get #text(): string {
    this.#key ??= JSON.stringify([...this.#entries].sort());
    return this.#key;
  }

  equals(other: SharedMap<Value>): boolean {
    return this === other || (this.size === other.size && this.#text === other.#text);
  }
}
