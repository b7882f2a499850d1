import { isPlainObject } from "../plain-object.js";
import { type DocumentPath, EventError } from "./event-error.js";

/** Reads a map of names to one string each. `label` is the name of the field. Null is an empty map. */
export function singleValues(value: unknown, label: string): Record<string, string> {
  return Object.fromEntries(entries(value, label).map(([name, item]) => [name, scalar(item, [label, name])]));
}

/** Reads a map of names to a string or a list of strings. Null is an empty map. */
export function multiValues(value: unknown, label: string): Record<string, string | string[]> {
  const read = (item: unknown, path: DocumentPath) =>
    Array.isArray(item) ? item.map((one, index) => scalar(one, [...path, index])) : scalar(item, path);
  return Object.fromEntries(entries(value, label).map(([name, item]) => [name, read(item, [label, name])]));
}

function entries(value: unknown, label: string): [string, unknown][] {
  if (value === null || value === undefined) return [];
  if (!isPlainObject(value))
    throw new EventError(`'${label}' must be an object of names and strings`, { path: [label] });
  return Object.entries(value);
}

// YAML and hand-written JSON have `limit: 10`; on the wire a parameter is a string in any case.
function scalar(value: unknown, path: DocumentPath): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const written = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  throw new EventError(`'${written.slice(1)}' must be a string`, { path });
}
