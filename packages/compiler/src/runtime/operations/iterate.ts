import { ImmutableCollection } from "../collections/immutable.js";
import { JavaIterator } from "../collections/java-iterator.js";
import { ElementIterator, ListIterator } from "../collections/list-iterator.js";
import { MapValues, MapView } from "../collections/map-views.js";
import { SubList } from "../collections/sub-list.js";
import { isList, type JavaList, JavaObject, type Value } from "../value.js";

/**
 * What `#foreach` walks: a list is walked by its index, everything else by its iterator; `undefined` has no rounds.
 *
 * A loop over a list asks `i !== list.length` for `hasNext`, as Java's iterator does, and reads `list[i]` itself as long
 * as the list has the `listModCount` of the loop's start; otherwise it calls `nextItem`.
 */
export function iterate(value: Value): JavaList | JavaIterator | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isList(value)) return value;
  if (!(value instanceof JavaObject)) return new MapValues(value).iterator();
  if (value instanceof JavaIterator) return value;
  if (value instanceof MapView) return value.iterator();
  if (value instanceof ImmutableCollection) return new ElementIterator(value, 0, `${value.className}$Itr`);
  if (value instanceof SubList) return new ListIterator(value, 0, `${value.className}$1`);
  return undefined;
}
