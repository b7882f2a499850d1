import type { Draft } from "./draft.js";

/** Texts that break JSON where they are not escaped, the plainest first. */
const hostileToJson: readonly string[] = [
  '"',
  "a",
  "",
  "\\",
  "'",
  "\n",
  "1",
  "007",
  '","injected":"x',
  '1,"injected":2',
  "a b",
  "1,2",
  "{}",
  '{"a":"\\""}',
  "[1]",
  "true",
  "null",
  "{",
  "é\u0001/",
  "Ig==",
  "Jw==",
  // A form, which templates split.
  "a='",
];

/** Texts that mean something else in a form where they are not encoded. */
export const formTokens: readonly string[] = ["v&v", "v=v", "v+v", "v%v"];

/** Wherever it stands in a text, the Base64 of that text has a `+`. */
const BASE64_WITH_PLUS = ">>>>>";

/** What an input may hold to go wrong. */
export function hostileTexts(output: "json" | "form"): readonly string[] {
  return output === "json" ? hostileToJson : [...formTokens, BASE64_WITH_PLUS, "", "a"];
}

/** What a part of a body may be besides a text. */
export const otherJsonValues: readonly (Draft | undefined)[] = [
  undefined,
  null,
  1,
  1.5e300,
  -1,
  true,
  false,
  [],
  ["a"],
  ["a", 1],
  new Map(),
  new Map<string, Draft>([["k", "a"]]),
  new Map<string, Draft>([["k", ["a"]]]),
  [[]],
  [new Map<string, Draft>([["k", 'a"']])],
];

/** Names that break JSON where they are not escaped. */
export function hostileNames(output: "json" | "form"): readonly string[] {
  return output === "json" ? ['"', "'", "\\", 'a":"b', "\n"] : formTokens;
}
