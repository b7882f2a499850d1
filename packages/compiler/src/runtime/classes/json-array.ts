import { ArrayListView } from "../collections/list-view.js";
import { printJsonArray } from "../json/print.js";
import { className } from "../object/java-class.js";
import { ArrayList, isList, JavaArray, JavaException, type JavaList, type Value } from "../value.js";
import { work } from "../work.js";
import { resizableListMethods } from "./array-list.js";
import { membersOf } from "./collection-argument.js";
import { withoutFunction } from "./list.js";
import { type MethodTable, method, methodTable } from "./method-table.js";

/** `net.minidev.json.JSONArray`, less what takes an `Appendable` or a `JSONStyle`. */
export const jsonArrayMethods: MethodTable<JavaList> = methodTable<JavaList>(
  {
    clone: method([], (self) => {
      work(self.length);
      return Array.from(self);
    }),
    merge: method(["Object"], (self, other) => merge(self, other)),
    toJSONString: [
      method([], (self) => printJsonArray(self)),
      // A static method in Java, so the receiver does not matter.
      method(["Collection"], (_, list) => (list === null ? "null" : printJsonArray([...membersOf(list)]))),
      // The other one takes a JSONStyle, of which a template has none; for null it makes the call ambiguous.
      method(["Function"], withoutFunction),
    ],
  },
  resizableListMethods,
);

/** Casts whatever it gets to JSONArray, though it looks as if it would add a single element. */
function merge(list: JavaList, other: Value): undefined {
  if (other === null) return;
  if (!isList(other) || other instanceof ArrayList || other instanceof JavaArray) {
    throw new JavaException(
      "java.lang.ClassCastException",
      `class ${className(other)} cannot be cast to class net.minidev.json.JSONArray`,
    );
  }
  new ArrayListView(list).splice(list.length, 0, Array.from(other));
}
