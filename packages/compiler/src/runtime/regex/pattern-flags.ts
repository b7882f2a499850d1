/** Match flags at one place of a pattern; `(?i)` and its like replace the object. */
export interface PatternFlags {
  /** `i` */
  readonly caseInsensitive: boolean;
  /** `u`: `i` covers more than ASCII. */
  readonly unicodeCase: boolean;
  /** `U`: `\w`, `\d`, `\s`, `\b` and the POSIX classes follow Unicode. */
  readonly unicodeClasses: boolean;
  /** `m` */
  readonly multiline: boolean;
  /** `s` */
  readonly dotAll: boolean;
  /** `d`: only `\n` ends a line. */
  readonly unixLines: boolean;
  /** `x` */
  readonly comments: boolean;
}

export const NO_FLAGS: PatternFlags = {
  caseInsensitive: false,
  unicodeCase: false,
  unicodeClasses: false,
  multiline: false,
  dotAll: false,
  unixLines: false,
  comments: false,
};

const FLAG_NAMES: ReadonlyMap<string, keyof PatternFlags> = new Map([
  ["i", "caseInsensitive"],
  ["u", "unicodeCase"],
  ["U", "unicodeClasses"],
  ["m", "multiline"],
  ["s", "dotAll"],
  ["d", "unixLines"],
  ["x", "comments"],
]);

/** The flags after one letter of `(?imsduxU-imsduxU)`; undefined when the letter is no flag. */
export function withFlag(flags: PatternFlags, letter: string, value: boolean): PatternFlags | undefined {
  // (?c), canonical equivalence, is read by Java but has no effect inside a pattern.
  if (letter === "c") return flags;
  const name = FLAG_NAMES.get(letter);
  if (name === undefined) return undefined;
  return name === "unicodeClasses" && value
    ? { ...flags, unicodeClasses: true, unicodeCase: true }
    : { ...flags, [name]: value };
}
