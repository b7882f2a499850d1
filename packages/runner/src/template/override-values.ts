/** What templates have put into `$context.requestOverride` or `$context.responseOverride`. */

/** A map of overrides, each with its values: a list stands for several (documented). Null is no override. */
export function overrideValues(value: unknown): (readonly [name: string, values: readonly string[]])[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    const values = Array.isArray(entry) ? entry.map(textOfOverride) : [textOfOverride(entry)];
    const present = values.filter((text) => text !== undefined);
    return present.length === 0 ? [] : [[name, present] as const];
  });
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function textOfOverride(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
