/**
 * A map that never changes. Equal changes of one map give one and the same map, so that ways through a template that
 * know the same mostly hold the same object. A map keeps all that were made from it: each analysis starts with its own.
 */
export class SharedMap<Value extends string | boolean> {
  readonly #entries: ReadonlyMap<string, Value>;
  readonly #changed = new Map<string, Map<Value | undefined, SharedMap<Value>>>();
  #key: string | undefined;

  readonly #none: SharedMap<Value> | undefined;

  constructor(entries: ReadonlyMap<string, Value> = new Map(), none?: SharedMap<Value>) {
    this.#entries = entries;
    this.#none = none;
  }

  /** The empty map that this one was made from. */
  get none(): SharedMap<Value> {
    return this.#none ?? this;
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
      const entries = new Map(this.#entries);
      if (value === undefined) entries.delete(name);
      else entries.set(name, value);
      changed = new SharedMap(entries, this.none);
      byValue.set(value, changed);
    }
    return changed;
  }

  /** The same for maps with the same entries. */
  get key(): string {
    this.#key ??= this.#entries.size === 0 ? "" : JSON.stringify([...this.#entries].sort());
    return this.#key;
  }

  equals(other: SharedMap<Value>): boolean {
    return this === other || (this.size === other.size && this.key === other.key);
  }
}
