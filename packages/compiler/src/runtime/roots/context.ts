import { ContextMap, isContextMap, mapEntries, mapFill, mapGet, mapSize } from "../collections/map.js";
import { enterNested, leaveNested } from "../object/nesting.js";
import { print } from "../object/print.js";
import { isMap, type JavaMap, type Value } from "../value.js";
import { exportData } from "./export-data.js";
import { importContextMap } from "./import-data.js";
import { type ContextData, type JsonData, OVERRIDES } from "./untouched-context.js";

/** `$context` of one rendering, once the template has got hold of it. */
export class ContextRoot {
  readonly map: JavaMap;

  constructor(context: ContextData | undefined) {
    this.map = buildContext(context);
  }

  collectOverrides(): { [key: string]: JsonData } {
    return collectOverrides(this.map);
  }

  exportContext(): { [key: string]: JsonData } {
    return exportData(this.map) as { [key: string]: JsonData };
  }
}

/** `$context` with the override maps, which are there, if empty, in every request. */
export function buildContext(context: ContextData | undefined): JavaMap {
  const root = importContextMap(context);
  for (const [name, kinds] of OVERRIDES) {
    const map = subMap(root, name);
    for (const kind of kinds) subMap(map, kind);
  }
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
  for (const [kind] of OVERRIDES) {
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
