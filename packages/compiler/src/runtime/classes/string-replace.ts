import { compilePattern, type replaceAll } from "../regex/index.js";
import { checkStringLength } from "../text/index.js";
import { required } from "./string-bounds.js";

function countOf(text: string, target: string): number {
  let count = 0;
  for (let at = text.indexOf(target); at !== -1; at = text.indexOf(target, at + target.length)) count++;
  return count;
}

/** `replace(CharSequence, CharSequence)`; an empty target stands before each UTF-16 unit and at the end. */
export function replaceText(text: string, target: string, replacement: string): string {
  const count = target === "" ? text.length + 1 : countOf(text, target);
  checkStringLength(text.length + count * (replacement.length - target.length));
  return count === 0 ? text : text.replaceAll(target, () => replacement);
}

/** `replace(char, char)`. */
export function replaceUnit(text: string, from: number, to: number): string {
  return replaceText(text, String.fromCharCode(from), String.fromCharCode(to));
}

/** `replaceAll` or `replaceFirst`; Java looks at the replacement only once something matches. */
export function replaceMatches(
  replace: typeof replaceAll,
  text: string,
  regex: string | null,
  replacement: string | null,
): string {
  const pattern = compilePattern(required(regex));
  if (replacement === null && pattern.find(text) === undefined) return text;
  return replace(pattern, text, required(replacement));
}
