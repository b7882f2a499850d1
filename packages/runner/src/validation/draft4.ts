import { isPlainObject } from "@apigw-vtl/compiler";

type Schema = Readonly<Record<string, unknown>>;

/**
 * Keywords of later drafts, and OpenAPI's `nullable`. The service reads models as draft 4, where an unknown keyword says
 * nothing; `ajv-draft-04` heeds all of these.
 */
const laterKeywords = new Set(["const", "contains", "propertyNames", "if", "then", "else", "nullable"]);

/** Keywords whose members are schemas under names of the author's own. */
const maps = new Set(["properties", "patternProperties", "definitions", "dependencies", "$defs"]);

/** What a schema with `$ref` keeps: the reference, and where others look for theirs. All else is ignored in draft 4. */
const besideReference = new Set(["$ref", "definitions", "$defs", "id"]);

/** Keywords that hold values, not schemas. */
const values = new Set(["enum", "default", "example", "examples", "required", "type"]);

/** A model as draft 4 reads it, whatever `$schema` says: without the keywords that say nothing there. */
export function draft4(schema: object): Schema {
  const read = isPlainObject(schema) ? (schema as Schema) : {};
  const isReference = typeof read.$ref === "string";
  const kept = Object.entries(read).filter(
    ([keyword]) =>
      keyword !== "$schema" && !laterKeywords.has(keyword) && (!isReference || besideReference.has(keyword)),
  );
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, partOf(keyword, value)]));
}

function partOf(keyword: string, value: unknown): unknown {
  if (values.has(keyword)) return value;
  if (Array.isArray(value)) return value.map(schemaIn);
  if (!isPlainObject(value)) return value;
  if (!maps.has(keyword)) return draft4(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, schemaIn(member)]));
}

/** The arrays of `dependencies` list names. */
const schemaIn = (value: unknown) => (isPlainObject(value) ? draft4(value) : value);
