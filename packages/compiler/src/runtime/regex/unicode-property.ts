import { type CharSet, range, setWhere } from "./char-set.js";
import { characterClass } from "./character-class.js";
import type { PatternFlags } from "./pattern-flags.js";
import { unicodeBlock } from "./unicode-block.js";

/** The set of code points that are written so between the brackets of a JavaScript class (with the `u` flag). */
export function propertySet(members: string, bmpOnly = false): CharSet {
  return setWhere(characterClass(members), bmpOnly);
}

type SetTable = ReadonlyMap<string, CharSet>;

function tableOf(classes: Readonly<Record<string, string>>, bmpOnly = false): SetTable {
  return new Map(Object.entries(classes).map(([name, members]) => [name, propertySet(members, bmpOnly)]));
}

const GENERAL_CATEGORY = /^(?:C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;

const POSIX_ASCII: SetTable = tableOf(
  {
    ASCII: String.raw`\0-\x7f`,
    Alnum: "A-Za-z0-9",
    Alpha: "A-Za-z",
    Blank: String.raw` \t`,
    Cntrl: String.raw`\0-\x1f\x7f`,
    Digit: "0-9",
    Graph: "!-~",
    Lower: "a-z",
    Print: " -~",
    Punct: String.raw`!-/:-@[-\x60{-~`,
    Space: String.raw` \t-\r`,
    Upper: "A-Z",
    XDigit: "0-9A-Fa-f",
  },
  true,
);

const POSIX_UNICODE: SetTable = tableOf({
  ALNUM: String.raw`\p{Alphabetic}\p{Nd}`,
  ALPHA: String.raw`\p{Alphabetic}`,
  BLANK: String.raw`\p{Zs}\t`,
  CNTRL: String.raw`\p{Cc}`,
  DIGIT: String.raw`\p{Nd}`,
  GRAPH: String.raw`^\p{Z}\p{Cc}\p{Cs}\p{Cn}`,
  LOWER: String.raw`\p{Lowercase}`,
  PRINT: String.raw`^\p{Zl}\p{Zp}\p{Cc}\p{Cs}\p{Cn}`,
  PUNCT: String.raw`\p{P}`,
  SPACE: String.raw`\p{White_Space}`,
  UPPER: String.raw`\p{Uppercase}`,
  XDIGIT: String.raw`\p{Nd}\p{Hex_Digit}`,
});

/** Further names after `\p{Is`, compared in upper case. */
const BINARY_PROPERTIES: SetTable = new Map([
  ...POSIX_UNICODE,
  ...tableOf({
    ALPHABETIC: String.raw`\p{Alphabetic}`,
    ASSIGNED: String.raw`\P{Cn}`,
    CONTROL: String.raw`\p{Cc}`,
    HEXDIGIT: String.raw`\p{Nd}\p{Hex_Digit}`,
    HEX_DIGIT: String.raw`\p{Nd}\p{Hex_Digit}`,
    IDEOGRAPHIC: String.raw`\p{Ideographic}`,
    JOINCONTROL: String.raw`\p{Join_Control}`,
    JOIN_CONTROL: String.raw`\p{Join_Control}`,
    LETTER: String.raw`\p{L}`,
    LOWERCASE: String.raw`\p{Lowercase}`,
    NONCHARACTERCODEPOINT: String.raw`\p{Noncharacter_Code_Point}`,
    NONCHARACTER_CODE_POINT: String.raw`\p{Noncharacter_Code_Point}`,
    PUNCTUATION: String.raw`\p{P}`,
    TITLECASE: String.raw`\p{Lt}`,
    UPPERCASE: String.raw`\p{Uppercase}`,
    WHITESPACE: String.raw`\p{White_Space}`,
    WHITE_SPACE: String.raw`\p{White_Space}`,
    WORD: String.raw`\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}`,
  }),
]);

const JAVA_METHODS: SetTable = tableOf({
  javaAlphabetic: String.raw`\p{Alphabetic}`,
  javaDefined: String.raw`\P{Cn}`,
  javaDigit: String.raw`\p{Nd}`,
  javaISOControl: String.raw`\p{Cc}`,
  javaIdentifierIgnorable: String.raw`\0-\x08\x0e-\x1b\x7f-\x9f\p{Cf}`,
  javaIdeographic: String.raw`\p{Ideographic}`,
  javaJavaIdentifierPart: String.raw`\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mc}\p{Mn}\0-\x08\x0e-\x1b\x7f-\x9f\p{Cf}`,
  javaJavaIdentifierStart: String.raw`\p{L}\p{Nl}\p{Sc}\p{Pc}`,
  javaLetter: String.raw`\p{L}`,
  javaLetterOrDigit: String.raw`\p{L}\p{Nd}`,
  javaLowerCase: String.raw`\p{Lowercase}`,
  javaMirrored: String.raw`\p{Bidi_Mirrored}`,
  javaSpaceChar: String.raw`\p{Z}`,
  javaTitleCase: String.raw`\p{Lt}`,
  javaUnicodeIdentifierPart: String.raw`\p{ID_Continue}\0-\x08\x0e-\x1b\x7f-\x9f\p{Cf}`,
  javaUnicodeIdentifierStart: String.raw`\p{ID_Start}`,
  javaUpperCase: String.raw`\p{Uppercase}`,
  javaWhitespace: String.raw`\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000`,
});

const OTHER_CATEGORIES: SetTable = new Map([
  ["L1", range(0, 0xff)],
  ["all", setWhere(() => true)],
  ["LC", propertySet(String.raw`\p{LC}`)],
  ["LD", propertySet(String.raw`\p{L}\p{Nd}`)],
]);

const CASED_LETTER = propertySet(String.raw`\p{LC}`);
const CASED = propertySet(String.raw`\p{Lowercase}\p{Uppercase}\p{Lt}`);
const ASCII_LETTER = propertySet("A-Za-z", true);
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
  if (GENERAL_CATEGORY.test(name)) return propertySet(`\\p{${name}}`);
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
  const set = propertySet(`\\p{Script=${canonical}}`);
  try {
    // Only the engine knows which scripts there are; asked for anything, it refuses the others.
    set.has(0);
    return set;
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
