import { isPlainObject } from "@apigw-vtl/compiler";

const DEEPEST = 24;
const MOST_VALUES = 5000;

/**
 * A model with what its `$ref`s lead to in their place. What recurs without end, or is not there, becomes `true`:
 * anything.
 */
export function withoutReferences(schema: unknown): unknown {
  const definitions = isPlainObject(schema) && isPlainObject(schema.definitions) ? schema.definitions : {};
  let budget = MOST_VALUES;
  const convert = (value: unknown, depth: number): unknown => {
    budget--;
    if (depth > DEEPEST || budget < 0) return true;
    if (Array.isArray(value)) return value.map((item) => convert(item, depth + 1));
    if (!isPlainObject(value)) return value;
    if (typeof value.$ref === "string") {
      const [, name] = /^#\/definitions\/([^/]+)$/.exec(value.$ref) ?? [];
      return name !== undefined && Object.hasOwn(definitions, name) ? convert(definitions[name], depth + 1) : true;
    }
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => depth > 0 || key !== "definitions")
        .map(([key, inner]) => [key, convert(inner, depth + 1)]),
    );
  };
  return convert(schema, 0);
}
