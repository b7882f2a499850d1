import { UsageError } from "../failure.js";

/** Splits `name=value` at the first `=`; the value may be empty, the name not. */
export function parseAssignment(flag: string, text: string): readonly [name: string, value: string] {
  const at = text.indexOf("=");
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(`${flag} ${text} has no name and value`, { hint: `write ${flag} name=value` });
}

/** Splits `name=value` where neither may be empty; `form` tells the user what they are, such as `id=level`. */
export function parsePair(flag: string, text: string, form: string): readonly [name: string, value: string] {
  const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new UsageError(`${flag} ${text} is not of the form ${form}`);
}

/** Lays names with values over what the event has; a name given twice gets a list. */
export function assignMulti(
  pairs: readonly (readonly [name: string, value: string])[],
  base: Readonly<Record<string, string | string[]>>,
): Record<string, string | string[]> {
  const given = new Map<string, string[]>();
  for (const [name, value] of pairs) given.set(name, [...(given.get(name) ?? []), value]);
  const values = [...given].map(([name, all]) => [name, all.length === 1 ? (all[0] as string) : all] as const);
  return { ...base, ...Object.fromEntries(values) };
}

/** Lays `name=value` flags over what the event has; of a name given twice the last value counts. */
export function assignSingle(
  flag: string,
  texts: readonly string[],
  base: Readonly<Record<string, string>>,
): Record<string, string> {
  return { ...base, ...Object.fromEntries(texts.map((text) => parseAssignment(flag, text))) };
}
