/** So many changes are looked up one by one before they become a map of their own. */
const MOST_CHANGES = 24;

interface Change<Value> {
  readonly name: string;
  /** `undefined` is no value. */
  readonly value: Value | undefined;
  /** How many there are with it. */
  readonly count: number;
  readonly before: Change<Value> | undefined;
}

type Difference<Value> = [name: string, mine: Value | undefined, its: Value | undefined];

/**
 * Values by name, which never change: what is made of them by a change shares all the rest with them. Ways through a
 * template that know nearly the same cost no more than what differs.
 */
export class Bindings<Value> {
  static readonly none: Bindings<never> = new Bindings(new Map<string, never>(), undefined, 0);
  readonly #base: ReadonlyMap<string, Value>;
  /** What was changed in place of the base's. */
  readonly #last: Change<Value> | undefined;

  #whole: ReadonlyMap<string, Value> | undefined;

  /** How many were left when last looked through. */
  readonly #kept: number;

  private constructor(base: ReadonlyMap<string, Value>, last: Change<Value> | undefined, kept: number) {
    this.#base = base;
    this.#last = last;
    this.#kept = kept;
  }

  get(name: string): Value | undefined {
    for (let change = this.#last; change !== undefined; change = change.before)
      if (change.name === name) return change.value;
    return this.#base.get(name);
  }

  /** With another value of a name; `undefined`: without it. */
  with(name: string, value: Value | undefined): Bindings<Value> {
    if (this.get(name) === value) return this;
    const count = this.#count + 1;
    if (count <= MOST_CHANGES) return new Bindings(this.#base, { name, value, count, before: this.#last }, this.#kept);
    const base = this.#all();
    if (value === undefined) base.delete(name);
    else base.set(name, value);
    return new Bindings(base, undefined, this.#kept);
  }

  get #count(): number {
    return this.#last?.count ?? 0;
  }

  /** Without what is not needed any more, once that may be the most of it. */
  tidied(isNeeded: (name: string) => boolean): Bindings<Value> {
    if (this.#base.size + this.#count < 2 * this.#kept + 2 * MOST_CHANGES) return this;
    const base = this.#all();
    for (const name of base.keys()) if (!isNeeded(name)) base.delete(name);
    return new Bindings(base, undefined, base.size);
  }

  entries(): Iterable<readonly [string, Value]> {
    this.#whole ??= this.#last === undefined ? this.#base : this.#all();
    return this.#whole;
  }

  #all(): Map<string, Value> {
    const all = new Map(this.#base);
    for (const name of new Set(namesOf(this.#last))) {
      const value = this.get(name);
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
    const isSameBase = this.#base === other.#base;
    const shared = isSameBase ? lastShared(this.#last, other.#last) : undefined;
    const changed = [...namesOf(this.#last, shared), ...namesOf(other.#last, shared)];
    for (const name of new Set(isSameBase ? changed : [...changed, ...this.#base.keys(), ...other.#base.keys()])) {
      const mine = this.get(name);
      const its = other.get(name);
      if (mine !== its && !holds(name, mine, its)) return false;
    }
    return true;
  }
}

/** What was changed behind a change, from the first to the last. */
function namesOf<Value>(last: Change<Value> | undefined, behind?: Change<Value>): readonly string[] {
  const names: string[] = [];
  for (let change = last; change !== undefined && change !== behind; change = change.before) names.push(change.name);
  return names.reverse();
}

/** The last change that two have in common. */
function lastShared<Value>(
  one: Change<Value> | undefined,
  other: Change<Value> | undefined,
): Change<Value> | undefined {
  let [mine, its] = [one, other];
  while (mine !== its) {
    if ((mine?.count ?? 0) >= (its?.count ?? 0)) mine = mine?.before;
    else its = its?.before;
  }
  return mine;
}
