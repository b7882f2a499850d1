/** So many changes are looked up one by one before they become a map of their own. */
const MOST_CHANGES = 24;

/**
 * Values by name, which never change: what is made of them by a change shares all the rest with them. Ways through a
 * template that know nearly the same cost no more than what differs.
 */
export class Bindings<Value> {
  static readonly none: Bindings<never> = new Bindings(new Map<string, never>(), new Map<string, undefined>(), 0);
  readonly #base: ReadonlyMap<string, Value>;
  /** In place of the base's; `undefined` is no value. */
  readonly #changes: ReadonlyMap<string, Value | undefined>;

  /** How many were left when last looked through. */
  readonly #kept: number;

  private constructor(base: ReadonlyMap<string, Value>, changes: ReadonlyMap<string, Value | undefined>, kept: number) {
    this.#base = base;
    this.#changes = changes;
    this.#kept = kept;
  }

  get(name: string): Value | undefined {
    return this.#changes.has(name) ? this.#changes.get(name) : this.#base.get(name);
  }

  /** With another value of a name; `undefined`: without it. */
  with(name: string, value: Value | undefined): Bindings<Value> {
    if (this.get(name) === value) return this;
    if (this.#changes.size < MOST_CHANGES)
      return new Bindings(this.#base, new Map(this.#changes).set(name, value), this.#kept);
    const base = new Map(this.entries());
    if (value === undefined) base.delete(name);
    else base.set(name, value);
    return new Bindings(base, new Map(), this.#kept);
  }

  /** Without what is not needed any more, once that may be the most of it. */
  tidied(isNeeded: (name: string) => boolean): Bindings<Value> {
    if (this.#base.size + this.#changes.size < 2 * this.#kept + 2 * MOST_CHANGES) return this;
    const base = new Map([...this.entries()].filter(([name]) => isNeeded(name)));
    return new Bindings(base, new Map(), base.size);
  }

  *entries(): Generator<[string, Value]> {
    for (const entry of this.#base) if (!this.#changes.has(entry[0])) yield entry;
    for (const [name, value] of this.#changes) if (value !== undefined) yield [name, value];
  }

  /** Each name that may have different values in two bindings, with both. */
  *differences(other: Bindings<Value>): Generator<readonly [string, Value | undefined, Value | undefined]> {
    if (this === other) return;
    const names =
      this.#base === other.#base
        ? [this.#changes, other.#changes]
        : [this.#base, this.#changes, other.#base, other.#changes];
    const seen = new Set<string>();
    for (const map of names) {
      for (const name of map.keys()) {
        if (seen.has(name)) continue;
        seen.add(name);
        const [mine, its] = [this.get(name), other.get(name)];
        if (mine !== its) yield [name, mine, its];
      }
    }
  }
}
