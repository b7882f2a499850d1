import { javaEquals } from "../object/equals.js";
import { javaHashCode } from "../object/hash-code.js";
import { print } from "../object/print.js";
import { JavaException, type Value } from "../value.js";
import { JavaCollection } from "./collection.js";
import { nullPointer, unsupportedOperation } from "./exceptions.js";
import { checkElementIndex, type ListView } from "./list-view.js";

/** What `List.of` and its like make: takes no null, not even in a question, and never changes. */
export abstract class ImmutableCollection extends JavaCollection implements ListView {
  readonly #items: readonly Value[];

  constructor(items: readonly Value[]) {
    super();
    if (items.includes(null)) throw nullPointer("an element is null");
    this.#items = items;
  }

  override get className(): string {
    const kind = this.kind === "list" ? "List" : "Set";
    return `java.util.ImmutableCollections$${kind}${this.length === 1 || this.length === 2 ? "12" : "N"}`;
  }

  get length(): number {
    return this.#items.length;
  }

  override size(): number {
    return this.#items.length;
  }

  override items(): readonly Value[] {
    return this.#items;
  }

  override contains(value: Value): boolean {
    if (value === null) throw nullPointer("the element is null");
    return this.#items.some((item) => javaEquals(value, item));
  }

  get(index: number): Value {
    checkElementIndex(index, this.length);
    return this.#items[index] as Value;
  }

  set(): never {
    throw unsupportedOperation();
  }

  splice(): never {
    throw unsupportedOperation();
  }

  reorder(): never {
    throw unsupportedOperation();
  }

  modCount(): number {
    return 0;
  }

  override print(): string {
    return print(this);
  }

  override equals(other: Value): boolean {
    return javaEquals(this, other);
  }

  override hashCode(): number {
    return javaHashCode(this);
  }
}

export class ImmutableList extends ImmutableCollection {
  override readonly kind = "list";
}

/** Walks its members as they were given; a JVM draws the order anew each time that it starts. */
export class ImmutableSet extends ImmutableCollection {
  override readonly kind = "set";

  /** `Set.of`. Throws IllegalArgumentException for a member that comes twice. */
  static of(items: readonly Value[]): ImmutableSet {
    const set = ImmutableSet.copyOf(items);
    if (set.size() === items.length) return set;
    throw new JavaException("java.lang.IllegalArgumentException", "duplicate element");
  }

  static copyOf(items: readonly Value[]): ImmutableSet {
    return new ImmutableSet(items.filter((item, i) => items.findIndex((other) => javaEquals(item, other)) === i));
  }
}
