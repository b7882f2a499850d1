import { indexOutOfBounds, nullPointer } from "../collections/exceptions.js";
import { ElementIterator, ListIterator } from "../collections/list-iterator.js";
import { checkPositionIndex, type ListView } from "../collections/list-view.js";
import { SubList } from "../collections/sub-list.js";
import { compareTo } from "../object/compare-to.js";
import { javaEquals } from "../object/equals.js";
import { JavaException, type Value } from "../value.js";
import { membershipIn, membersOf } from "./collection-argument.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { toArrayMethods } from "./to-array.js";

/** `java.util.List`, for every kind of list; `className` is the class whose iterators have their names from it. */
export function listMethods<Self>(
  viewOf: (self: Self) => ListView,
  className: string,
  listIteratorName = `${className}$ListItr`,
): MethodTable<Self> {
  const listIterator = (self: Self, from: number) => new ListIterator(viewOf(self), from, listIteratorName);
  return methodTable<Self>({
    add: [
      method(["Object"], (self, value) => {
        const list = viewOf(self);
        list.splice(list.size(), 0, [value]);
        return true;
      }),
      method(["int", "Object"], (self, index, value) => insert(viewOf(self), index, [value])),
    ],
    addAll: [
      method(["Collection"], (self, added) => {
        const list = viewOf(self);
        const members = membersOf(added);
        list.splice(list.size(), 0, members);
        return members.length > 0;
      }),
      method(["int", "Collection"], (self, index, added) => {
        const members = membersOf(added);
        insert(viewOf(self), index, members);
        return members.length > 0;
      }),
    ],
    clear: method([], (self) => {
      const list = viewOf(self);
      list.splice(0, list.size(), []);
    }),
    contains: method(["Object"], (self, value) => indexOf(viewOf(self), value) >= 0),
    containsAll: method(["Collection"], (self, others) => {
      const list = viewOf(self);
      return membersOf(others).every((other) => indexOf(list, other) >= 0);
    }),
    forEach: method(["Function"], withoutFunction),
    get: method(["int"], (self, index) => viewOf(self).get(index)),
    indexOf: method(["Object"], (self, value) => indexOf(viewOf(self), value)),
    isEmpty: method([], (self) => viewOf(self).size() === 0),
    iterator: method([], (self) => new ElementIterator(viewOf(self), 0, `${className}$Itr`)),
    lastIndexOf: method(["Object"], (self, value) => lastIndexOf(viewOf(self).items(), value)),
    listIterator: [
      method([], (self) => listIterator(self, 0)),
      method(["int"], (self, index) => listIterator(self, index)),
    ],
    remove: [
      method(["int"], (self, index) => removeAt(viewOf(self), index)),
      method(["Object"], (self, value) => {
        const list = viewOf(self);
        const index = indexOf(list, value);
        if (index >= 0) list.splice(index, 1, []);
        return index >= 0;
      }),
    ],
    removeAll: method(["Collection"], (self, dropped) => {
      const isDropped = membershipIn(dropped);
      return keep(viewOf(self), (item) => !isDropped(item));
    }),
    removeIf: method(["Function"], withoutFunction),
    replaceAll: method(["Function"], withoutFunction),
    retainAll: method(["Collection"], (self, kept) => keep(viewOf(self), membershipIn(kept))),
    set: method(["int", "Object"], (self, index, value) => viewOf(self).set(index, value)),
    size: method([], (self) => viewOf(self).size()),
    sort: method(["Function"], (self) => {
      const list = viewOf(self);
      list.reorder(list.items().slice().sort(compareTo));
    }),
    subList: method(["int", "int"], (self, from, to) => subList(viewOf(self), from, to)),
    toArray: toArrayMethods((self: Self) => viewOf(self).items()),
  });
}

/** What a method does that takes a function and got null, the only thing a template can pass. */
export function withoutFunction(): never {
  throw nullPointer("function is null");
}

function insert(list: ListView, index: number, items: readonly Value[]): undefined {
  checkPositionIndex(index, list.size());
  list.splice(index, 0, items);
}

function removeAt(list: ListView, index: number): Value {
  const removed = list.get(index);
  list.splice(index, 1, []);
  return removed;
}

function indexOf(list: ListView, value: Value): number {
  return list.items().findIndex((item) => javaEquals(value, item));
}

function lastIndexOf(items: readonly Value[], value: Value): number {
  for (let index = items.length - 1; index >= 0; index--) if (javaEquals(value, items[index]!)) return index;
  return -1;
}

function keep(list: ListView, isKept: (item: Value) => boolean): boolean {
  const items = list.items();
  const kept = items.filter(isKept);
  if (kept.length === items.length) return false;
  list.splice(0, items.length, kept);
  return true;
}

function subList(list: ListView, from: number, to: number): Value {
  if (from < 0) throw indexOutOfBounds(`fromIndex = ${from}`);
  if (to > list.size()) throw indexOutOfBounds(`toIndex = ${to}`);
  if (from > to) {
    throw new JavaException("java.lang.IllegalArgumentException", `fromIndex(${from}) > toIndex(${to})`);
  }
  return new SubList(list, from, to);
}
