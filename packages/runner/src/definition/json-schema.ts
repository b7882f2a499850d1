import type { Declared } from "./source/declared.js";
import { plainValue } from "./source/plain-value.js";

/** Finds the schema that other schemas call by a name. */
export type SchemaLookup = (name: string) => Declared | undefined;

/** `#/components/schemas/Pet`, `#/definitions/Pet`, `https://apigateway.amazonaws.com/restapis/ID/models/Pet`. */
const REFERENCE = /^(?:#\/(?:components\/schemas|definitions)\/|https?:\/\/[^/]+\/restapis\/[^/]+\/models\/)([^/]+)$/;

/** A model as JSON Schema of draft 4 by itself: what it refers to comes along in `definitions`. */
export function readSchema(declared: Declared, lookup: SchemaLookup): unknown {
  const definitions = new Map<string, unknown>();
  const pending: string[] = [];
  const moved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(moved);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const name = key === "$ref" && typeof inner === "string" ? REFERENCE.exec(inner)?.[1] : undefined;
        if (name === undefined) return [key, moved(inner)];
        pending.push(name);
        return [key, `#/definitions/${name}`];
      }),
    );
  };
  const schema = moved(schemaValue(declared));
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (definitions.has(name)) continue;
    const target = lookup(name.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (target === undefined) {
      const message = `the model ${name} is not declared; any value passes for it`;
      declared.evaluation.report("definition-not-valid", declared, message);
    }
    // Before its own references are looked at: a model may refer to itself.
    definitions.set(name, {});
    if (target !== undefined) definitions.set(name, moved(schemaValue(target)));
  }
  if (definitions.size === 0 || typeof schema !== "object" || schema === null) return schema;
  const own = "definitions" in schema ? schema.definitions : undefined;
  const inner = typeof own === "object" && own !== null ? own : {};
  return { ...schema, definitions: { ...inner, ...Object.fromEntries(definitions) } };
}

/** CloudFormation and Terraform take a schema as an object or as its JSON text. */
function schemaValue(declared: Declared): unknown {
  const value = plainValue(declared);
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    declared.evaluation.report("definition-not-valid", declared, `the model is not JSON (${reason}); any body passes`);
    return {};
  }
}
