import type { Kind, ValueSummary } from "@apigw-vtl/linter";
import type { membersOfClass } from "../catalogue/java-members.js";

type ClassName = Parameters<typeof membersOfClass>[0];

const classes: Readonly<Record<Kind, readonly ClassName[]>> = {
  empty: [],
  string: ["String"],
  number: ["Integer", "Double"],
  boolean: ["Boolean"],
  map: ["Map"],
  list: ["List"],
  range: ["Collection"],
  object: ["Entry"],
};

/** The class of a JSON value, by JSON Schema's word for its type. */
export const classOfJson: ReadonlyMap<string, ClassName> = new Map([
  ["string", "String"],
  ["integer", "Integer"],
  ["number", "Integer"],
  ["boolean", "Boolean"],
  ["object", "Map"],
  ["array", "List"],
]);

/** The Java classes that a value can be of; texts come first, since parameters and parts of a body mostly are. */
export function classesOf(value: ValueSummary | undefined): readonly ClassName[] {
  if (value === undefined) return ["String", "List", "Map"];
  const found = [...value.kinds].flatMap((kind) => classes[kind]);
  return found.length > 0 ? [...new Set(found)] : ["String"];
}

/** What the editor calls a type: `String`, `Map or List`; anything of a JSON document is just that. */
export function typeName(value: ValueSummary | undefined): string {
  if (value === undefined) return "unknown";
  const names: Readonly<Record<Kind, string>> = {
    empty: "empty",
    string: "String",
    number: "Number",
    boolean: "Boolean",
    map: "Map",
    list: "List",
    range: "Collection",
    object: "Object",
  };
  const kinds = [...value.kinds].filter((kind) => kind !== "empty");
  if (kinds.length === 0) return "empty";
  const text = kinds.length >= 5 ? "any JSON value" : kinds.map((kind) => names[kind]).join(" or ");
  return value.kinds.has("empty") ? `${text}, or empty` : text;
}
