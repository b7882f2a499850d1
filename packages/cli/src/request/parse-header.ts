import { UsageError } from "../failure.js";

/** Reads `Name: value`, as curl writes it, or `name=value`. Throws a `UsageError`. */
export function parseHeader(text: string): readonly [name: string, value: string] {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+)(?:\s*:\s*|=)(.*?)\s*$/s.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new UsageError(`-H ${text} is no header`, { hint: "write -H 'Name: value' or -H name=value" });
}
