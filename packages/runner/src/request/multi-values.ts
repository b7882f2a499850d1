import type { HeaderList } from "../integration/backend.js";

/** Names as they were sent, each with all its values. Without a prototype: a client may call a header `__proto__`. */
export type MultiValues = Readonly<Record<string, readonly string[]>>;

export function multiValuesOf(pairs: HeaderList): MultiValues {
  const values: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const known = values[name];
    if (known === undefined) values[name] = [value];
    else known.push(value);
  }
  return values;
}

/** The last value of each name, which is the one that the service shows where there can be only one. */
export function lastValues(values: MultiValues): Record<string, string> {
  const last: Record<string, string> = Object.create(null);
  for (const name in values) last[name] = values[name]?.at(-1) ?? "";
  return last;
}

/** As files have them: a text where a name has one value, a list where it has several. */
export function writtenValues(pairs: HeaderList): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(multiValuesOf(pairs)).map(([name, values]) => [name, values.length === 1 ? values[0]! : values]),
  );
}
