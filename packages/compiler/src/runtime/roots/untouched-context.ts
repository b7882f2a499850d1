import { isMap, JavaObject } from "../value.js";
import { type Copying, copyData } from "./copy-data.js";

/** What `JSON.parse` can give. */
export type JsonData = null | string | number | boolean | JsonData[] | { [key: string]: JsonData };

type JsonMap = { [key: string]: JsonData };

export type ContextData = Readonly<Record<string, unknown>>;

/** The override maps, and those in them. */
export const OVERRIDES: readonly (readonly [name: string, kinds: readonly string[]])[] = [
  ["requestOverride", ["path", "header", "querystring"]],
  ["responseOverride", ["header"]],
];

/** What `$context` is after a rendering that had nothing to do with it as a map: what the event says, and the override maps. */
export function untouchedContext(context: ContextData | undefined): JsonMap {
  const copy = copyData(context, asJson);
  const root = isJsonMap(copy) ? copy : {};
  for (const [name, kinds] of OVERRIDES) {
    const map = mapIn(root, name);
    for (const kind of kinds) mapIn(map, kind);
  }
  return root;
}

/** The overrides that the event has brought, without empty maps. */
export function untouchedOverrides(context: ContextData | undefined): JsonMap {
  const root = untouchedContext(context);
  return withoutEmptyMaps(Object.fromEntries(OVERRIDES.map(([name]) => [name, root[name]!])));
}

function mapIn(map: JsonMap, key: string): JsonMap {
  const present = map[key];
  if (isJsonMap(present)) return present;
  const added = {};
  map[key] = added;
  return added;
}

/** The map itself. */
function withoutEmptyMaps(map: JsonMap): JsonMap {
  for (const [key, value] of Object.entries(map)) {
    if (isJsonMap(value) && Object.keys(withoutEmptyMaps(value)).length === 0) delete map[key];
  }
  return map;
}

const isJsonMap = (data: JsonData | undefined): data is JsonMap => isMap(data);

/** As `importData` and `exportData` make one together. */
const asJson: Copying<JsonData> = {
  copyNumber: (data) => Number(data instanceof JavaObject ? data.print() : data) + 0,
  copyList: (items) => items,
  copyMap: Object.fromEntries,
};
