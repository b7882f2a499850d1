import { keyOfValue, union, type Value } from "./value.js";

/** What may be in a map or list that the template makes: all that was ever put there, in whatever order. */
interface Content {
  readonly members: Map<string, Value>;
  /** Values under names that are not known, and elements of lists. */
  other: Value;
  /** The elements of a list literal, as long as nothing was added or replaced. */
  items: readonly Value[] | undefined;
}

/**
 * Maps and lists by the place that makes them. It only grows; the interpreter runs again until it does not, so that
 * every read sees every write.
 */
export class Heap {
  readonly #contents = new Map<number, Content>();
  grew = false;

  copy(): Heap {
    const heap = new Heap();
    heap.grew = this.grew;
    for (const [site, content] of this.#contents)
      heap.#contents.set(site, { ...content, members: new Map(content.members) });
    return heap;
  }

  make(site: number, items: readonly Value[] | undefined): void {
    const content = this.#contents.get(site);
    if (content === undefined) {
      this.#contents.set(site, { members: new Map(), other: [], items });
      this.grew = true;
    } else if (content.items !== undefined && items?.length === content.items.length) {
      const joined = items.map((item, index) => union(content.items![index]!, item));
      if (joined.some((item, index) => keyOfValue(item) !== keyOfValue(content.items![index]!))) {
        content.items = joined;
        this.grew = true;
      }
    }
  }

  put(site: number, name: string, value: Value): void {
    const content = this.#contents.get(site)!;
    const before = content.members.get(name) ?? [];
    const after = union(before, value);
    if (keyOfValue(before) === keyOfValue(after)) return;
    content.members.set(name, after);
    this.grew = true;
  }

  /** A value under a name that is not known, or an element. */
  add(site: number, value: Value): void {
    const content = this.#contents.get(site)!;
    const after = union(content.other, value, ...(content.items ?? []));
    if (content.items === undefined && keyOfValue(content.other) === keyOfValue(after)) return;
    content.other = after;
    content.items = undefined;
    this.grew = true;
  }

  get(site: number, name: string): Value {
    const content = this.#contents.get(site)!;
    return union(content.members.get(name) ?? [], content.other);
  }

  /** Any member or element. */
  any(site: number): Value {
    const content = this.#contents.get(site)!;
    return union(content.other, ...content.members.values(), ...(content.items ?? []));
  }

  names(site: number): { readonly known: readonly string[]; readonly others: boolean } {
    const content = this.#contents.get(site)!;
    return { known: [...content.members.keys()], others: content.other.length > 0 };
  }

  /** The elements of a list that stays as it was made. */
  items(site: number): readonly Value[] | undefined {
    return this.#contents.get(site)!.items;
  }
}
