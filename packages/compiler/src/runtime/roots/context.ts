import { ContextMap, isContextMap, mapEntries, mapFill, mapGet, mapSize } from "../collections/map.js";
import { enterNested, leaveNested } from "../object/nesting.js";
import { print } from "../object/print.js";
import { isMap, type JavaMap, type Value } from "../value.js";
import { exportData } from "./export-data.js";
import { importMap } from "./import-data.js";

/** What `JSON.parse` can give. */
export type JsonData = null | string | number | boolean | JsonData[] | { [key: string]: JsonData };

/** `$context` with the override maps, which are there, if empty, in every request. */
export function buildContext(context: Readonly<Record<string, unknown>> | undefined): JavaMap {
  const root = importMap(context, true);
  const request = subMap(root, "requestOverride");
  for (const kind of ["path", "header", "querystring"]) subMap(request, kind);
  subMap(subMap(root, "responseOverride"), "header");
  return root;
}

function subMap(map: JavaMap, key: string): JavaMap {
  const present = mapGet(map, key);
  if (present !== undefined && isContextMap(present)) return present;
  const added = new ContextMap();
  mapFill(map, key, added);
  return added;
}

/**
 * What a rendering has put below `$context.requestOverride` and `$context.responseOverride`, as JSON data of the
 * caller's own; maps without anything in them are left out. `context` is what `$context` has become.
 */
export function collectOverrides(context: Value): { [key: string]: JsonData } {
  const overrides: [string, JsonData][] = [];
  for (const kind of ["requestOverride", "responseOverride"]) {
    const map = isMap(context) ? mapGet(context, kind) : undefined;
    if (map === undefined || !isMap(map)) continue;
    const members = exportMembers(map);
    if (members.length > 0) overrides.push([kind, Object.fromEntries(members)]);
  }
  return Object.fromEntries(overrides);
}

function exportMembers(map: JavaMap): [string, JsonData][] {
  enterNested();
  try {
    const members: [string, JsonData][] = [];
    for (const [key, value] of mapEntries(map)) {
      if (isContextMap(value)) {
        const inner = exportMembers(value);
        if (inner.length > 0) members.push([print(key), Object.fromEntries(inner)]);
      } else if (!isMap(value) || mapSize(value) > 0) {
        members.push([print(key), exportData(value)]);
      }
    }
    return members;
  } finally {
    leaveNested();
  }
}
