import type { Value } from "../value.js";
import { illegalState, JavaIterator, noSuchElement } from "./java-iterator.js";
import { checkModCount } from "./list-changes.js";
import { checkPositionIndex, type ListView } from "./list-view.js";

/** `java.util.ListIterator` over any list; `iterator()` returns one as well. */
export class ListIterator extends JavaIterator {
  override readonly className: string;
  readonly #list: ListView;
  #cursor: number;
  /** Index of what was returned last, -1 when there is nothing to remove or replace. */
  #last = -1;
  #modCount: number;

  constructor(list: ListView, start: number, className: string) {
    super();
    checkPositionIndex(start, list.size());
    this.#list = list;
    this.#cursor = start;
    this.#modCount = list.modCount();
    this.className = className;
  }

  /** As in Java a comparison for difference: with a removal past the end it stays true, and `next` throws. */
  override hasNext(): boolean {
    return this.#cursor !== this.#list.size();
  }

  override next(): Value {
    checkModCount(this.#list.modCount(), this.#modCount);
    if (this.#cursor >= this.#list.size()) throw noSuchElement();
    this.#last = this.#cursor++;
    return this.#list.get(this.#last);
  }

  hasPrevious(): boolean {
    return this.#cursor !== 0;
  }

  previous(): Value {
    checkModCount(this.#list.modCount(), this.#modCount);
    if (this.#cursor === 0) throw noSuchElement();
    this.#last = --this.#cursor;
    return this.#list.get(this.#last);
  }

  nextIndex(): number {
    return this.#cursor;
  }

  override remove(): void {
    const last = this.#lastReturned();
    this.#list.splice(last, 1, []);
    this.#cursor = last;
    this.#last = -1;
    this.#modCount = this.#list.modCount();
  }

  set(value: Value): void {
    this.#list.set(this.#lastReturned(), value);
  }

  add(value: Value): void {
    checkModCount(this.#list.modCount(), this.#modCount);
    this.#list.splice(this.#cursor++, 0, [value]);
    this.#last = -1;
    this.#modCount = this.#list.modCount();
  }

  #lastReturned(): number {
    if (this.#last < 0) throw illegalState();
    checkModCount(this.#list.modCount(), this.#modCount);
    return this.#last;
  }
}
