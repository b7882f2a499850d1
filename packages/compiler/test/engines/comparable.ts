/** How a recorded output compares: with a service whose white space, or order of members, is not the template's. */
export type Comparison = "exact" | "json" | "ws-normalized";

/** The text of an output that is the same for outputs that are equal. */
export function comparable(output: string, comparison: Comparison = "exact"): string {
  switch (comparison) {
    case "exact":
      return output;
    case "json":
      return JSON.stringify(JSON.parse(output), (_, value: unknown) => sorted(value));
    case "ws-normalized":
      return output.replace(/\s+/g, " ").trim();
  }
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
