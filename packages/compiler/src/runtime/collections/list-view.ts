import { className } from "../object/java-class.js";
import { type JavaArray, JavaException, type JavaList, type Value } from "../value.js";
import { indexOutOfBounds, unsupportedOperation } from "./exceptions.js";
import { countListChange, listModCount } from "./list-changes.js";

/** What the methods of `java.util.List` need of a list, so that they are written once for all kinds of lists. */
export interface ListView {
  size(): number;
  /** The size, unlike `size()` also of a window that has become unusable: `hasNext` does not throw. */
  readonly length: number;
  /** Throws IndexOutOfBoundsException, as do `set` and `splice`. */
  get(index: number): Value;
  /** Returns the previous element. */
  set(index: number, value: Value): Value;
  /** Replaces `removed` elements from `start` on. */
  splice(start: number, removed: number, added: readonly Value[]): void;
  /** Puts the elements in another order: as many as there are. */
  reorder(items: readonly Value[]): void;
  modCount(): number;
  /** The elements in order: not to be changed, and to be read before the list changes. */
  items(): readonly Value[];
}

export function checkElementIndex(index: number, size: number): void {
  if (index < 0 || index >= size) throw indexOutOfBounds(`Index ${index} out of bounds for length ${size}`);
}

/** An index between two elements: the size itself is one. */
export function checkPositionIndex(index: number, size: number): void {
  if (index < 0 || index > size) throw indexOutOfBounds(`Index: ${index}, Size: ${size}`);
}

/** `java.util.ArrayList`, and `JSONArray`, which extends it. */
export class ArrayListView implements ListView {
  readonly #list: JavaList;

  constructor(list: JavaList) {
    this.#list = list;
  }

  get length(): number {
    return this.#list.length;
  }

  size(): number {
    return this.#list.length;
  }

  get(index: number): Value {
    checkElementIndex(index, this.#list.length);
    return this.#list[index] as Value;
  }

  set(index: number, value: Value): Value {
    const previous = this.get(index);
    this.#list[index] = value;
    return previous;
  }

  splice(start: number, removed: number, added: readonly Value[]): void {
    spliceInPlace(this.#list, start, removed, added);
    countListChange(this.#list);
  }

  reorder(items: readonly Value[]): void {
    for (const [index, item] of items.entries()) this.#list[index] = item;
    countListChange(this.#list);
  }

  modCount(): number {
    return listModCount(this.#list);
  }

  items(): readonly Value[] {
    return this.#list;
  }
}

/** A Java array as Velocity 1.7 shows it to templates (`ArrayListWrapper`): its length is fixed. */
export class JavaArrayView implements ListView {
  readonly #array: JavaArray;

  constructor(array: JavaArray) {
    this.#array = array;
  }

  get length(): number {
    return this.#array.length;
  }

  size(): number {
    return this.#array.length;
  }

  get(index: number): Value {
    checkElementIndex(index, this.#array.length);
    return this.#array[index] as Value;
  }

  /** Throws IllegalArgumentException, as `java.lang.reflect.Array.set` does, for what the array cannot hold. */
  set(index: number, value: Value): Value {
    const previous = this.get(index);
    if (!canHold(this.#array.elementClass, value)) {
      throw new JavaException("java.lang.IllegalArgumentException", "array element type mismatch");
    }
    this.#array[index] = value;
    return previous;
  }

  splice(_start: number, removed: number, added: readonly Value[]): void {
    if (removed > 0 || added.length > 0) throw unsupportedOperation();
  }

  reorder(items: readonly Value[]): void {
    for (const [index, item] of items.entries()) this.set(index, item);
  }

  modCount(): number {
    return 0;
  }

  items(): readonly Value[] {
    return this.#array;
  }
}

function canHold(elementClass: string, value: Value): boolean {
  if (elementClass === "java.lang.Object") return true;
  if (elementClass === "byte") return className(value) === "java.lang.Byte";
  if (elementClass === "char") return className(value) === "java.lang.Character";
  return value === null || className(value) === elementClass;
}

/** `Array.prototype.splice`, which is slow at the end of a list and cannot spread as many elements as a list may have. */
function spliceInPlace(list: JavaList, start: number, removed: number, added: readonly Value[]): void {
  if (start + removed === list.length) {
    if (removed > 0) list.length = start;
    for (const item of added) list.push(item);
  } else if (added.length === 0) list.splice(start, removed);
  else if (added.length === 1) list.splice(start, removed, added[0] as Value);
  else {
    const tail = list.slice(start + removed);
    list.length = start;
    for (const item of added) list.push(item);
    for (const item of tail) list.push(item);
  }
}
