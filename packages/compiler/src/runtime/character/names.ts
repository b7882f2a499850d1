import { trim } from "../classes/string-whitespace.js";
import { optional } from "../optional.js";
import { packedNames } from "./names.data.js";

/** Characters that are called the same but for their own code point, which stands where the pattern has `#`. */
interface NumberedRun {
  readonly first: number;
  readonly last: number;
  readonly pattern: string;
}

interface Names {
  readonly byCodePoint: ReadonlyMap<number, string>;
  readonly byName: ReadonlyMap<string, number>;
  readonly numbered: readonly NumberedRun[];
}

let names: Names | undefined;

/**
 * `Character.getName` of JDK 17 (Unicode 13): the name or, where Unicode gives none (ideographs, Hangul, surrogates, private
 * use), the block's and the code point; null for what is not assigned.
 */
export const nameOf = optional("character names", (codePoint: number): string | null => {
  names ??= readNames();
  const name = names.byCodePoint.get(codePoint);
  if (name !== undefined) return name;
  const run = names.numbered.find(({ first, last }) => codePoint >= first && codePoint <= last);
  return run?.pattern.replace("#", hexadecimal(codePoint)) ?? null;
});

/** The character that `nameOf` calls so, in whatever case and with white space around it; undefined if none is. */
export const codePointNamed = optional("character names", (text: string): number | undefined => {
  names ??= readNames();
  const name = trim(text).toUpperCase();
  const codePoint = names.byName.get(name);
  if (codePoint !== undefined) return codePoint;
  const own = Number.parseInt(/[0-9A-F]+$/.exec(name)?.[0] ?? "", 16);
  return nameOf(own) === name ? own : undefined;
});

const hexadecimal = (codePoint: number): string => codePoint.toString(16).toUpperCase();

/** Shared words, the other words, how many characters are called so, how many behind them are not assigned. */
const ENTRY = /([a-z])([^a-z*+]*)(?:\*([0-9A-F]+))?(?:\+([0-9A-F]+))?/g;

/** Reads what `scripts/character-data.mjs` writes: the names in the order of the code points, from 0. */
function readNames(): Names {
  const byCodePoint = new Map<number, string>();
  const numbered: NumberedRun[] = [];
  let words: readonly string[] = [];
  let codePoint = 0;
  for (const [, shared = "", rest = "", count = "1", gap = "0"] of unpackedNames().matchAll(ENTRY)) {
    const kept = words.slice(0, shared.charCodeAt(0) - 0x61);
    words = rest === "" ? kept : [...kept, ...rest.split(" ")];
    const name = words.join(" ");
    const last = codePoint + Number.parseInt(count, 16) - 1;
    if (name.includes("#")) numbered.push({ first: codePoint, last, pattern: name });
    else byCodePoint.set(codePoint, name);
    codePoint = last + 1 + Number.parseInt(gap, 16);
  }
  return { byCodePoint, byName: new Map([...byCodePoint].map(([own, name]) => [name, own])), numbered };
}

/** A symbol is two digits: it stands for a character, or for the symbols of a pair, which come before it. */
function unpackedNames(): string {
  const { digits, characters, pairs, symbols } = packedNames();
  const read = (packed: string): number[] => {
    const values = Array.from(packed.replaceAll("\n", ""), (digit) => digits.indexOf(digit));
    return values.flatMap((value, i) => (i % 2 === 0 ? [value * digits.length + values[i + 1]!] : []));
  };
  const texts = [...characters];
  const halves = read(pairs);
  for (let i = 0; i < halves.length; i += 2) texts.push(texts[halves[i]!]! + texts[halves[i + 1]!]!);
  return read(symbols)
    .map((symbol) => texts[symbol])
    .join("");
}
