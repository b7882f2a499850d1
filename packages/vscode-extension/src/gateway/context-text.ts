import type { TemplateEvent } from "@apigw-vtl/compiler";

/** A text of `$context`, by its path. */
export function textAt(context: TemplateEvent["context"], ...path: readonly string[]): string | undefined {
  let value: unknown = context;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
