/** So many changes are looked up one by one before they become a map of their own. */
const MOST_CHANGES = 24;

type Difference<Value> = [name: string, mine: Value | undefined, its: Value | undefined];

/**
 * Values by name, which never change: what is made of them by a change shares all the rest with them. Ways through a
 * template that know nearly the same cost no more than what differs.
 */
export class Bindings<Value> {
  static readonly none: Bindings<never> = new Bindings(new Map<string, never>(), new Map<string, undefined>(), 0);
  readonly #base: ReadonlyMap<string, Value>;
  /** In place of the base's; `undefined` is no value. */
  readonly #changes: ReadonlyMap<string, Value | undefined>;

  #whole: ReadonlyMap<string, Value> | undefined;

  /** How many were left when last looked through. */
  readonly #kept: number;

  private constructor(base: ReadonlyMap<string, Value>, changes: ReadonlyMap<string, Value | undefined>, kept: number) {
    this.#base = base;
    this.#changes = changes;
    this.#kept = kept;
  }

  get(name: string): Value | undefined {
    const changed = this.#changes.get(name);
    return changed === undefined && !this.#changes.has(name) ? this.#base.get(name) : changed;
  }

  /** With another value of a name; `undefined`: without it. */
  with(name: string, value: Value | undefined): Bindings<Value> {
    if (this.get(name) === value) return this;
    if (this.#changes.size < MOST_CHANGES)
      return new Bindings(this.#base, new Map(this.#changes).set(name, value), this.#kept);
    const base = this.#all();
    if (value === undefined) base.delete(name);
    else base.set(name, value);
    return new Bindings(base, new Map(), this.#kept);
  }

  /** Without what is not needed any more, once that may be the most of it. */
  tidied(isNeeded: (name: string) => boolean): Bindings<Value> {
    if (this.#base.size + this.#changes.size < 2 * this.#kept + 2 * MOST_CHANGES) return this;
    const base = this.#all();
    for (const name of base.keys()) if (!isNeeded(name)) base.delete(name);
    return new Bindings(base, new Map(), base.size);
  }

  entries(): Iterable<readonly [string, Value]> {
    this.#whole ??= this.#changes.size === 0 ? this.#base : this.#all();
    return this.#whole;
  }

  #all(): Map<string, Value> {
    const all = new Map(this.#base);
    for (const [name, value] of this.#changes) {
      if (value === undefined) all.delete(name);
      else all.set(name, value);
    }
    return all;
  }

  /** Each name that has different values in two bindings, with both. */
  differences(other: Bindings<Value>): readonly Difference<Value>[] {
    const found: Difference<Value>[] = [];
    this.everyDifference(other, (...difference) => found.push(difference) > 0);
    return found;
  }

  /** Whether something holds of each difference; the others are not looked at once there is one of which it does not. */
  everyDifference(other: Bindings<Value>, holds: (...difference: Difference<Value>) => boolean): boolean {
    if (this === other) return true;
    const maps =
      this.#base === other.#base
        ? [this.#changes, other.#changes]
        : [this.#changes, other.#changes, this.#base, other.#base];
    for (const [i, map] of maps.entries()) {
      for (const name of map.keys()) {
        if (maps.some((earlier, at) => at < i && earlier.has(name))) continue;
        const mine = this.get(name);
        const its = other.get(name);
        if (mine !== its && !holds(name, mine, its)) return false;
      }
    }
    return true;
  }
}
