import { javaEquals } from "../object/equals.js";
import { javaHashCode } from "../object/hash-code.js";
import { print } from "../object/print.js";
import type { Value } from "../value.js";
import { work } from "../work.js";
import { JavaCollection } from "./collection.js";
import { checkModCount } from "./list-changes.js";
import { checkElementIndex, checkPositionIndex, type ListView } from "./list-view.js";

/** `List.subList`: a window on the list. Any structural change of the list itself makes the window unusable. */
export class SubList extends JavaCollection implements ListView {
  override readonly className = "java.util.ArrayList$SubList";
  override readonly kind = "list";
  readonly #parent: ListView;
  readonly #depth: number;
  readonly #offset: number;
  #size: number;
  #modCount: number;

  constructor(parent: ListView, from: number, to: number) {
    super();
    this.#depth = parent instanceof SubList ? parent.#depth + 1 : 0;
    // Every access goes through all windows around this one.
    work(this.#depth);
    this.#parent = parent;
    this.#offset = from;
    this.#size = to - from;
    this.#modCount = parent.modCount();
  }

  get length(): number {
    return this.#size;
  }

  override size(): number {
    this.#check();
    return this.#size;
  }

  get(index: number): Value {
    checkElementIndex(index, this.#size);
    this.#check();
    return this.#parent.get(this.#offset + index);
  }

  set(index: number, value: Value): Value {
    checkElementIndex(index, this.#size);
    this.#check();
    return this.#parent.set(this.#offset + index, value);
  }

  splice(start: number, removed: number, added: readonly Value[]): void {
    checkPositionIndex(start, this.#size);
    this.#check();
    if (removed === 0 && added.length === 0) return;
    this.#parent.splice(this.#offset + start, removed, added);
    this.#size += added.length - removed;
    this.#modCount = this.#parent.modCount();
  }

  reorder(items: readonly Value[]): void {
    this.#check();
    for (const [index, item] of items.entries()) this.#parent.set(this.#offset + index, item);
  }

  modCount(): number {
    this.#check();
    return this.#modCount;
  }

  override items(): readonly Value[] {
    this.#check();
    return Array.from({ length: this.#size }, (_, index) => this.#parent.get(this.#offset + index));
  }

  override contains(value: Value): boolean {
    return this.items().some((item) => javaEquals(value, item));
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

  #check(): void {
    checkModCount(this.#parent.modCount(), this.#modCount);
  }
}
