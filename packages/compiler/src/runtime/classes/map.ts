import { nullPointer } from "../collections/exceptions.js";
import {
  ContextMap,
  mapClear,
  mapEntries,
  mapGet,
  mapHas,
  mapPut,
  mapRemove,
  mapSize,
  mapValues,
  newMap,
} from "../collections/map.js";
import { EntrySet, KeySet, MapValues } from "../collections/map-views.js";
import { javaEquals } from "../object/equals.js";
import { isMap, type JavaMap, type Value } from "../value.js";
import { withoutFunction } from "./list.js";
import { type MethodTable, method, methodTable } from "./method-table.js";

/** `java.util.LinkedHashMap`. */
export const linkedHashMapMethods: MethodTable<JavaMap> = methodTable<JavaMap>({
  clear: method([], (self) => {
    mapClear(self);
  }),
  clone: method([], (self) => putAll(newMap(), self)),
  compute: method(["Object", "Function"], withoutFunction),
  computeIfAbsent: method(["Object", "Function"], withoutFunction),
  computeIfPresent: method(["Object", "Function"], withoutFunction),
  containsKey: method(["Object"], (self, key) => mapHas(self, key)),
  containsValue: method(["Object"], (self, value) => mapValues(self).some((other) => javaEquals(value, other))),
  entrySet: method([], (self) => new EntrySet(self)),
  forEach: method(["Function"], withoutFunction),
  get: method(["Object"], (self, key) => mapGet(self, key) ?? null),
  getOrDefault: method(["Object", "Object"], (self, key, fallback) => {
    const value = mapGet(self, key);
    return value === undefined ? fallback : value;
  }),
  isEmpty: method([], (self) => mapSize(self) === 0),
  keySet: method([], (self) => new KeySet(self)),
  merge: method(["Object", "Object", "Function"], withoutFunction),
  put: method(["Object", "Object"], (self, key, value) => mapPut(self, key, value) ?? null),
  putAll: method(["Map"], (self, other) => {
    if (other === null || !isMap(other)) throw nullPointer("map is null");
    putAll(self, other);
  }),
  putIfAbsent: method(["Object", "Object"], (self, key, value) => {
    const present = mapGet(self, key) ?? null;
    if (present === null) mapPut(self, key, value);
    return present;
  }),
  remove: [
    method(["Object"], (self, key) => mapRemove(self, key) ?? null),
    method(["Object", "Object"], (self, key, value) => {
      const isThere = holds(self, key, value);
      if (isThere) mapRemove(self, key);
      return isThere;
    }),
  ],
  replace: [
    method(["Object", "Object"], (self, key, value) => (mapHas(self, key) ? (mapPut(self, key, value) ?? null) : null)),
    method(["Object", "Object", "Object"], (self, key, from, to) => {
      const isThere = holds(self, key, from);
      if (isThere) mapPut(self, key, to);
      return isThere;
    }),
  ],
  replaceAll: method(["Function"], withoutFunction),
  size: method([], (self) => mapSize(self)),
  values: method([], (self) => new MapValues(self)),
});

/** `$context` and the maps below it. */
export const contextMapMethods: MethodTable<JavaMap> = methodTable<JavaMap>(
  { clone: method([], (self) => putAll(new ContextMap(), self)) },
  linkedHashMapMethods,
);

function putAll(target: JavaMap, source: JavaMap): JavaMap {
  for (const [key, value] of mapEntries(source)) mapPut(target, key, value);
  return target;
}

function holds(map: JavaMap, key: Value, value: Value): boolean {
  const present = mapGet(map, key);
  return present !== undefined && javaEquals(present, value);
}
