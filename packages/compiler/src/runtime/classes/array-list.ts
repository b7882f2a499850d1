import { countListChange } from "../collections/list-changes.js";
import { ListIterator } from "../collections/list-iterator.js";
import { ArrayListView } from "../collections/list-view.js";
import type { SubList } from "../collections/sub-list.js";
import { arrayListOf, type JavaList } from "../value.js";
import { work } from "../work.js";
import { listMethods } from "./list.js";
import { type MethodTable, method, methodTable } from "./method-table.js";

const ARRAY_LIST = "java.util.ArrayList";

/** What `ArrayList` and its subclass `JSONArray` have in common. */
export const resizableListMethods: MethodTable<JavaList> = methodTable<JavaList>(
  {
    ensureCapacity: method(["int"], () => undefined),
    trimToSize: method([], (self) => {
      countListChange(self);
    }),
  },
  listMethods<JavaList>((self) => new ArrayListView(self), ARRAY_LIST),
);

/** `java.util.ArrayList`. */
export const arrayListMethods: MethodTable<JavaList> = methodTable<JavaList>(
  {
    clone: method([], (self) => {
      work(self.length);
      return arrayListOf(self);
    }),
  },
  resizableListMethods,
);

const SUB_LIST_ITERATOR = `${ARRAY_LIST}$SubList$1`;

/** `java.util.ArrayList$SubList`, whose `iterator()` is a list iterator as well. */
export const subListMethods: MethodTable<SubList> = methodTable<SubList>(
  { iterator: method([], (self) => new ListIterator(self, 0, SUB_LIST_ITERATOR)) },
  listMethods<SubList>((self) => self, `${ARRAY_LIST}$SubList`, SUB_LIST_ITERATOR),
);
