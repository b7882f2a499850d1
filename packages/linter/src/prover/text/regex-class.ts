import { allChars, type CharSet, charRange, charsOf, digits, noChars, without, wordChars } from "./char-set.js";

/** The texts of a regular expression that is one class of characters, repeated or not. */
export interface CharacterClass {
  readonly set: CharSet;
  /** The least number of characters, 0 or 1. */
  readonly min: number;
  /** Whether a match may be longer than one character. */
  readonly repeats: boolean;
  /** Whether it only matches at the start or the end of a text. */
  readonly anchored: boolean;
}

const shorthands: Readonly<Record<string, CharSet>> = {
  d: digits,
  w: wordChars,
  s: charsOf(" \t\n\u000b\f\r"),
  n: charsOf("\n"),
  r: charsOf("\r"),
  t: charsOf("\t"),
  D: without(allChars, digits),
  W: without(allChars, wordChars),
  S: without(allChars, charsOf(" \t\n\u000b\f\r")),
};

/**
 * Reads `[a-z]+`, `\d*`, `"`, `.` and their like; `undefined` for anything else. With `whole: false` the expression
 * must have its own `^` and `$`, as JSON Schema's patterns do; else they are optional.
 */
export function characterClass(regex: string, { whole }: { readonly whole: boolean }): CharacterClass | undefined {
  const match = /^(\^?)(\[(?:[^\]\\]|\\.)+\]|\\.|[^\\[\](){}.*+?^$|]|\.)(\+|\*|\{\d+(?:,\d*)?\})?(\$?)$/s.exec(regex);
  if (match === null) return undefined;
  const [, start, atom, quantifier, end] = match;
  if (!whole && (start === "" || end === "")) return undefined;
  const set = atomSet(atom!);
  if (set === undefined) return undefined;
  const min = quantifier === "*" || quantifier?.startsWith("{0") ? 0 : 1;
  return { set, min, repeats: quantifier !== undefined, anchored: start !== "" || end !== "" };
}

function atomSet(atom: string): CharSet | undefined {
  // A line end is not matched by `.`, which for a set of allowed characters may be ignored only by allowing it.
  if (atom === ".") return allChars;
  if (atom.startsWith("\\")) return escaped(atom[1]!);
  if (atom.startsWith("[")) return bracket(atom.slice(1, -1));
  return atom > "\u007f" ? undefined : charsOf(atom);
}

function escaped(char: string): CharSet | undefined {
  if (Object.hasOwn(shorthands, char)) return shorthands[char];
  return /[a-zA-Z0-9]/.test(char) || char > "\u007f" ? undefined : charsOf(char);
}

function bracket(content: string): CharSet | undefined {
  const isNegated = content.startsWith("^");
  const body = isNegated ? content.slice(1) : content;
  if (body.includes("[") || body.includes("&&") || /[^\u0000-\u007f]/.test(body)) return undefined;
  let set = noChars;
  for (let i = 0; i < body.length; i++) {
    const isEscape = body[i] === "\\";
    if (isEscape) i++;
    const char = body[i]!;
    const last = body[i + 2];
    if (!isEscape && body[i + 1] === "-" && last !== undefined && last !== "\\") {
      if (last < char) return undefined;
      set |= charRange(char, last);
      i += 2;
      continue;
    }
    const one = isEscape ? escaped(char) : charsOf(char);
    if (one === undefined) return undefined;
    set |= one;
  }
  return isNegated ? without(allChars, set) : set;
}
