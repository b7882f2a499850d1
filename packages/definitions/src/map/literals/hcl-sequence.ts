import { interpolationEnd } from "./interpolation-end.js";

/** `${...}` or `%{...}` of HCL's template language. */
export interface HclSequence {
  readonly end: number;
  readonly directive: boolean;
  readonly expression: string;
  /** `${~`: whitespace before the sequence goes. */
  readonly trimsBefore: boolean;
  /** `~}`: whitespace after the sequence goes. */
  readonly trimsAfter: boolean;
}

/** Whether `$${` or `%%{`, which stand for `${` and `%{`, starts at `at`. */
export function isHclEscape(source: string, at: number): boolean {
  const sigil = source[at];
  return (sigil === "$" || sigil === "%") && source[at + 1] === sigil && source[at + 2] === "{";
}

/** The sequence that starts at `at`, if one does; `undefined` also if nothing closes it. */
export function readHclSequence(source: string, at: number, limit: number): HclSequence | undefined {
  const sigil = source[at];
  if ((sigil !== "$" && sigil !== "%") || source[at + 1] !== "{") return undefined;
  const end = interpolationEnd(source, at + 2, '"', '"', limit);
  if (end === undefined) return undefined;
  const trimsBefore = source[at + 2] === "~";
  const trimsAfter = source[end - 2] === "~";
  const expression = source.slice(at + (trimsBefore ? 3 : 2), end - (trimsAfter ? 2 : 1)).trim();
  return { end, directive: sigil === "%", expression, trimsBefore, trimsAfter };
}

/** `text` with `${` and `%{` escaped. */
export function escapeHclSequences(text: string): string {
  return text.replace(/([$%])(?=\{)/g, "$1$1");
}
