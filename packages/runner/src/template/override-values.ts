import { isPlainObject } from "@apigw-vtl/compiler";

/**
 * What templates have put into a map of `$context.requestOverride` or `$context.responseOverride`, each name with its
 * values: a list stands for several (documented). Null is no override.
 */
export function overrideValues(value: unknown): (readonly [name: string, values: readonly string[]])[] {
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    const values = Array.isArray(entry) ? entry.map(textOfOverride) : [textOfOverride(entry)];
    const present = values.filter((text) => text !== undefined);
    return present.length === 0 ? [] : [[name, present] as const];
  });
}

function textOfOverride(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
