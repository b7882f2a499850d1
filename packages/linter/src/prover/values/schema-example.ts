import { anyType, asSchema, readSchema, type Schema } from "./json-schema.js";

/** Models may contain themselves. */
const DEEPEST = 6;

const FORMATS: Readonly<Record<string, string>> = {
  date: "2025-01-31",
  "date-time": "2025-01-31T12:00:00Z",
  email: "ann@example.com",
  uri: "https://example.com/",
  uuid: "11111111-2222-3333-4444-555555555555",
};

/** A value that fits a model as far as it is understood: what it gives as an example, else all of its members. */
export function exampleOf(schema: Schema, depth = 0): unknown {
  if (schema === undefined || depth > DEEPEST) return null;
  for (const given of ["example", "default", "const"]) if (given in schema) return schema[given];
  for (const list of ["enum", "examples"]) {
    const values = schema[list];
    if (Array.isArray(values) && values.length > 0) return values[0];
  }
  for (const union of ["oneOf", "anyOf"]) {
    const schemas = schema[union];
    if (Array.isArray(schemas)) return exampleOf(asSchema(schemas[0]), depth + 1);
  }
  return exampleOfType(typeOf(schema), schema, depth);
}

function typeOf(schema: NonNullable<Schema>): string {
  const { types } = readSchema(schema);
  if (types.length < anyType.length) return types[0] ?? "null";
  if ("properties" in schema || "allOf" in schema) return "object";
  return "items" in schema ? "array" : "string";
}

function exampleOfType(type: string, schema: NonNullable<Schema>, depth: number): unknown {
  switch (type) {
    case "object":
      return exampleObject(schema, depth);
    case "array":
      // A list of schemas is for the elements one by one.
      return [schema.items].flat().map((item) => exampleOf(asSchema(item), depth + 1));
    case "string":
      return FORMATS[typeof schema.format === "string" ? schema.format : ""] ?? "text";
    case "number":
    case "integer":
      return typeof schema.minimum === "number" ? schema.minimum : 1;
    case "boolean":
      return true;
    default:
      return null;
  }
}

function exampleObject(schema: NonNullable<Schema>, depth: number): Readonly<Record<string, unknown>> {
  const all = Array.isArray(schema.allOf) ? schema.allOf : [];
  const parts = all.map((part) => exampleOf(asSchema(part), depth + 1));
  const members = Object.entries(asSchema(schema.properties) ?? {});
  const own = members.map(([name, member]) => [name, exampleOf(asSchema(member), depth + 1)]);
  return Object.assign(Object.create(null), ...parts, Object.fromEntries(own));
}
