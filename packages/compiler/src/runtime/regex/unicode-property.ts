import { type CharSet, range, setWhere } from "./char-set.js";
import type { PatternFlags } from "./pattern-flags.js";
import { unicodeBlock } from "./unicode-block.js";

/** The set of code points that a one-character regular expression (with the `u` flag) matches. */
export function propertySet(expression: RegExp, bmpOnly = false): CharSet {
  return setWhere((codePoint) => expression.test(String.fromCodePoint(codePoint)), bmpOnly);
}

type SetTable = ReadonlyMap<string, CharSet>;

function tableOf(expressions: Readonly<Record<string, RegExp>>, bmpOnly = false): SetTable {
  return new Map(Object.entries(expressions).map(([name, expression]) => [name, propertySet(expression, bmpOnly)]));
}

const GENERAL_CATEGORY = /^(?:C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;

const POSIX_ASCII: SetTable = tableOf(
  {
    ASCII: /[\0-\x7f]/u,
    Alnum: /[A-Za-z0-9]/u,
    Alpha: /[A-Za-z]/u,
    Blank: /[ \t]/u,
    Cntrl: /[\0-\x1f\x7f]/u,
    Digit: /[0-9]/u,
    Graph: /[!-~]/u,
    Lower: /[a-z]/u,
    Print: /[ -~]/u,
    Punct: /[!-/:-@[-`{-~]/u,
    Space: /[ \t-\r]/u,
    Upper: /[A-Z]/u,
    XDigit: /[0-9A-Fa-f]/u,
  },
  true,
);

const POSIX_UNICODE: SetTable = tableOf({
  ALNUM: /[\p{Alphabetic}\p{Nd}]/u,
  ALPHA: /\p{Alphabetic}/u,
  BLANK: /[\p{Zs}\t]/u,
  CNTRL: /\p{Cc}/u,
  DIGIT: /\p{Nd}/u,
  GRAPH: /[^\p{Z}\p{Cc}\p{Cs}\p{Cn}]/u,
  LOWER: /\p{Lowercase}/u,
  PRINT: /[^\p{Zl}\p{Zp}\p{Cc}\p{Cs}\p{Cn}]/u,
  PUNCT: /\p{P}/u,
  SPACE: /\p{White_Space}/u,
  UPPER: /\p{Uppercase}/u,
  XDIGIT: /[\p{Nd}\p{Hex_Digit}]/u,
});

/** Further names after `\p{Is`, compared in upper case. */
const BINARY_PROPERTIES: SetTable = new Map([
  ...POSIX_UNICODE,
  ...tableOf({
    ALPHABETIC: /\p{Alphabetic}/u,
    ASSIGNED: /\P{Cn}/u,
    CONTROL: /\p{Cc}/u,
    HEXDIGIT: /[\p{Nd}\p{Hex_Digit}]/u,
    HEX_DIGIT: /[\p{Nd}\p{Hex_Digit}]/u,
    IDEOGRAPHIC: /\p{Ideographic}/u,
    JOINCONTROL: /\p{Join_Control}/u,
    JOIN_CONTROL: /\p{Join_Control}/u,
    LETTER: /\p{L}/u,
    LOWERCASE: /\p{Lowercase}/u,
    NONCHARACTERCODEPOINT: /\p{Noncharacter_Code_Point}/u,
    NONCHARACTER_CODE_POINT: /\p{Noncharacter_Code_Point}/u,
    PUNCTUATION: /\p{P}/u,
    TITLECASE: /\p{Lt}/u,
    UPPERCASE: /\p{Uppercase}/u,
    WHITESPACE: /\p{White_Space}/u,
    WHITE_SPACE: /\p{White_Space}/u,
    WORD: /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}]/u,
  }),
]);

const JAVA_METHODS: SetTable = tableOf({
  javaAlphabetic: /\p{Alphabetic}/u,
  javaDefined: /\P{Cn}/u,
  javaDigit: /\p{Nd}/u,
  javaISOControl: /\p{Cc}/u,
  javaIdentifierIgnorable: /[\0-\x08\x0e-\x1b\x7f-\x9f\p{Cf}]/u,
  javaIdeographic: /\p{Ideographic}/u,
  javaJavaIdentifierPart: /[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mc}\p{Mn}\0-\x08\x0e-\x1b\x7f-\x9f\p{Cf}]/u,
  javaJavaIdentifierStart: /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u,
  javaLetter: /\p{L}/u,
  javaLetterOrDigit: /[\p{L}\p{Nd}]/u,
  javaLowerCase: /\p{Lowercase}/u,
  javaMirrored: /\p{Bidi_Mirrored}/u,
  javaSpaceChar: /\p{Z}/u,
  javaTitleCase: /\p{Lt}/u,
  javaUnicodeIdentifierPart: /[\p{ID_Continue}\0-\x08\x0e-\x1b\x7f-\x9f\p{Cf}]/u,
  javaUnicodeIdentifierStart: /\p{ID_Start}/u,
  javaUpperCase: /\p{Uppercase}/u,
  javaWhitespace: /[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/u,
});

const OTHER_CATEGORIES: SetTable = new Map([
  ["L1", range(0, 0xff)],
  ["all", setWhere(() => true)],
  ["LC", propertySet(/\p{LC}/u)],
  ["LD", propertySet(/[\p{L}\p{Nd}]/u)],
]);

const CASED_LETTER = propertySet(/\p{LC}/u);
const CASED = propertySet(/[\p{Lowercase}\p{Uppercase}\p{Lt}]/u);
const ASCII_LETTER = propertySet(/[A-Za-z]/u, true);
/** What a name that means one case stands for under `(?i)`. */
const IGNORING_CASE: SetTable = new Map([
  ["Lu", CASED_LETTER],
  ["Ll", CASED_LETTER],
  ["Lt", CASED_LETTER],
  ["Lower", ASCII_LETTER],
  ["Upper", ASCII_LETTER],
  ["javaLowerCase", CASED],
  ["javaUpperCase", CASED],
  ["javaTitleCase", CASED],
]);

/** A general category, an ASCII POSIX class or a `java…` method, by its exact name. */
function namedSet(name: string, flags: PatternFlags): CharSet | undefined {
  const ignoringCase = flags.caseInsensitive ? IGNORING_CASE.get(name) : undefined;
  if (ignoringCase !== undefined) return ignoringCase;
  if (GENERAL_CATEGORY.test(name)) return propertySet(new RegExp(`\\p{${name}}`, "u"));
  return OTHER_CATEGORIES.get(name) ?? POSIX_ASCII.get(name) ?? JAVA_METHODS.get(name);
}

function unicodeNamedSet(table: SetTable, name: string, flags: PatternFlags): CharSet | undefined {
  const key = name.toUpperCase();
  return flags.caseInsensitive && /^(?:LOWER|UPPER|TITLE)(?:CASE)?$/.test(key) ? CASED : table.get(key);
}

/** A script by its name in any case, or by its ISO 15924 code. */
function scriptSet(name: string): CharSet | undefined {
  if (!/^[A-Za-z_]+$/.test(name)) return undefined;
  const capitalized = name.toLowerCase().replace(/(?:^|_)[a-z]/g, (start) => start.toUpperCase());
  const canonical = capitalized === "Signwriting" ? "SignWriting" : capitalized;
  try {
    return propertySet(new RegExp(`\\p{Script=${canonical}}`, "u"));
  } catch {
    return undefined;
  }
}

/** The set of `\p{key=value}`; `key` is in lower case. */
export function keyedPropertySet(key: string, value: string, flags: PatternFlags): CharSet | undefined {
  if (key === "sc" || key === "script") return scriptSet(value);
  if (key === "blk" || key === "block") return unicodeBlock(value);
  return key === "gc" || key === "general_category" ? namedSet(value, flags) : undefined;
}

/** The set of `\p{name}`; undefined when Java knows no such name. */
export function namedPropertySet(name: string, flags: PatternFlags): CharSet | undefined {
  if (name.startsWith("In")) return unicodeBlock(name.slice(2));
  if (name.startsWith("Is")) {
    const property = name.slice(2);
    const binary = unicodeNamedSet(BINARY_PROPERTIES, property, flags);
    return binary ?? namedSet(property, flags) ?? scriptSet(property);
  }
  const posix = flags.unicodeClasses ? unicodeNamedSet(POSIX_UNICODE, name, flags) : undefined;
  return posix ?? namedSet(name, flags);
}
