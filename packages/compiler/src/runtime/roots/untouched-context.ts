import { enterNested, leaveNested } from "../object/nesting.js";
import { JavaObject } from "../value.js";

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
  const copy = copyOf(context);
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

function withoutEmptyMaps(map: JsonMap): JsonMap {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]): [string, JsonData][] => {
      if (!isJsonMap(value)) return [[key, value]];
      const kept = withoutEmptyMaps(value);
      return Object.keys(kept).length > 0 ? [[key, kept]] : [];
    }),
  );
}

function isJsonMap(data: JsonData | undefined): data is JsonMap {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Of JSON-like data, as `importData` and `exportData` make one together. */
function copyOf(data: unknown): JsonData {
  switch (typeof data) {
    case "string":
    case "boolean":
      return data;
    case "number":
      return data + 0;
    case "bigint":
      return Number(data);
  }
  if (typeof data !== "object" || data === null) return null;
  // Numbers that JavaScript has no form for.
  if (data instanceof JavaObject) return Number(data.print());
  enterNested();
  try {
    if (Array.isArray(data)) return data.map(copyOf);
    const entries = Object.entries(data).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries.map(([key, value]) => [key, copyOf(value)]));
  } finally {
    leaveNested();
  }
}
