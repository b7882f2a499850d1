import type { HeaderList } from "../integration/backend.js";

/** Longer texts are cut in the log (recorded: 998 characters and the mark). */
const LONGEST = 998;

/** `{a=b, c=d}`: a map as Java prints it. A name that occurs several times has its values joined by commas. */
export function javaMap(entries: HeaderList): string {
  const values = new Map<string, string>();
  for (const [name, value] of entries) {
    const known = values.get(name);
    values.set(name, known === undefined ? value : `${known},${value}`);
  }
  return truncated(`{${[...values].map(([name, value]) => `${name}=${value}`).join(", ")}}`);
}

export function truncated(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} [TRUNCATED]` : text;
}
