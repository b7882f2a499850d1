import { unsupportedOperation } from "../collections/exceptions.js";
import type { MapEntry } from "../collections/map-entry.js";
import type { MapView } from "../collections/map-views.js";
import { membershipIn, membersOf } from "./collection-argument.js";
import { withoutFunction } from "./list.js";
import { type MethodTable, method, methodTable } from "./method-table.js";
import { toArrayMethods } from "./to-array.js";

/** `keySet()`, `values()` and `entrySet()`: they can lose members, but not get new ones. */
export const mapViewMethods: MethodTable<MapView> = methodTable<MapView>({
  add: method(["Object"], () => {
    throw unsupportedOperation();
  }),
  addAll: method(["Collection"], (_, added) => {
    if (membersOf(added).length > 0) throw unsupportedOperation();
    return false;
  }),
  clear: method([], (self) => {
    self.clear();
  }),
  contains: method(["Object"], (self, value) => self.contains(value)),
  containsAll: method(["Collection"], (self, others) => membersOf(others).every((other) => self.contains(other))),
  forEach: method(["Function"], withoutFunction),
  isEmpty: method([], (self) => self.size() === 0),
  iterator: method([], (self) => self.iterator()),
  remove: method(["Object"], (self, value) => self.remove(value)),
  removeAll: method(["Collection"], (self, dropped) => self.removeWhere(membershipIn(dropped))),
  removeIf: method(["Function"], withoutFunction),
  retainAll: method(["Collection"], (self, kept) => {
    const isKept = membershipIn(kept);
    return self.removeWhere((member) => !isKept(member));
  }),
  size: method([], (self) => self.size()),
  toArray: toArrayMethods((self: MapView) => self.items()),
});

/** `java.util.Map.Entry`. */
export const mapEntryMethods: MethodTable<MapEntry> = methodTable<MapEntry>({
  getKey: method([], (self) => self.key),
  getValue: method([], (self) => self.value),
  setValue: method(["Object"], (self, value) => self.setValue(value)),
});
