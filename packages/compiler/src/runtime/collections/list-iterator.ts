import type { Value } from "../value.js";
import { illegalState, noSuchElement } from "./exceptions.js";
import { JavaIterator } from "./java-iterator.js";
import { checkModCount } from "./list-changes.js";
import { checkPositionIndex, type ListView } from "./list-view.js";

/** What `iterator()` of a list returns. */
export class ElementIterator extends JavaIterator {
  override readonly className: string;
  protected readonly list: ListView;
  protected cursor: number;
  /** Index of what was returned last, -1 when there is nothing to remove or replace. */
  protected last = -1;
  protected modCount: number;

  constructor(list: ListView, start: number, className: string) {
    super();
    checkPositionIndex(start, list.size());
    this.list = list;
    this.cursor = start;
    this.modCount = list.modCount();
    this.className = className;
  }

  /** As in Java a comparison for difference: when elements before the cursor go it stays true, and `next` throws. */
  override hasNext(): boolean {
    return this.cursor !== this.list.length;
  }

  override next(): Value {
    checkModCount(this.list.modCount(), this.modCount);
    if (this.cursor >= this.list.length) throw noSuchElement();
    this.last = this.cursor++;
    return this.list.get(this.last);
  }

  override remove(): void {
    const last = this.lastReturned();
    this.list.splice(last, 1, []);
    this.cursor = last;
    this.last = -1;
    this.modCount = this.list.modCount();
  }

  protected lastReturned(): number {
    if (this.last < 0) throw illegalState();
    checkModCount(this.list.modCount(), this.modCount);
    return this.last;
  }
}

/** `java.util.ListIterator`. */
export class ListIterator extends ElementIterator {
  hasPrevious(): boolean {
    return this.cursor !== 0;
  }

  previous(): Value {
    checkModCount(this.list.modCount(), this.modCount);
    if (this.cursor === 0) throw noSuchElement();
    this.last = --this.cursor;
    return this.list.get(this.last);
  }

  nextIndex(): number {
    return this.cursor;
  }

  set(value: Value): void {
    this.list.set(this.lastReturned(), value);
  }

  add(value: Value): void {
    checkModCount(this.list.modCount(), this.modCount);
    this.list.splice(this.cursor++, 0, [value]);
    this.last = -1;
    this.modCount = this.list.modCount();
  }
}
