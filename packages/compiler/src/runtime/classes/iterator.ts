import type { JavaIterator } from "../collections/java-iterator.js";
import type { ListIterator } from "../collections/list-iterator.js";
import { withoutFunction } from "./list.js";
import { type MethodTable, method, methodTable } from "./method-table.js";

/** `java.util.Iterator`. */
export const iteratorMethods: MethodTable<JavaIterator> = methodTable<JavaIterator>({
  forEachRemaining: method(["Function"], withoutFunction),
  hasNext: method([], (self) => self.hasNext()),
  next: method([], (self) => self.next()),
  remove: method([], (self) => {
    self.remove();
  }),
});

/** `java.util.ListIterator`. */
export const listIteratorMethods: MethodTable<ListIterator> = methodTable<ListIterator>(
  {
    add: method(["Object"], (self, value) => {
      self.add(value);
    }),
    hasPrevious: method([], (self) => self.hasPrevious()),
    nextIndex: method([], (self) => self.nextIndex()),
    previous: method([], (self) => self.previous()),
    previousIndex: method([], (self) => self.nextIndex() - 1),
    set: method(["Object"], (self, value) => {
      self.set(value);
    }),
  },
  iteratorMethods as MethodTable<ListIterator>,
);
