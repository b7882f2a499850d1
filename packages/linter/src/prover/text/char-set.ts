import { rememberedByKey } from "../../remembered.js";

/** A set of characters: bit `c` for the ASCII character `c`, bit 128 for all others together. */
export type CharSet = bigint;

const NON_ASCII = 1n << 128n;

export const noChars: CharSet = 0n;
export const allChars: CharSet = (1n << 129n) - 1n;

/** The characters of a text. */
export function charsOf(text: string): CharSet {
  // A big integer for each character would take longer than all the rest.
  const words = new Uint32Array(5);
  for (let i = 0; i < text.length; i++) {
    const bit = Math.min(text.charCodeAt(i), 128);
    words[bit >> 5]! |= 1 << (bit & 31);
  }
  return words.reduceRight((set, word) => (set << 32n) | BigInt(word), noChars);
}

/** The ASCII characters of a class of regular expressions, such as `A-Z0-9`. */
export const charsOfClass = rememberedByKey((characters: string): CharSet => {
  const inClass = new RegExp(`[${characters}]`);
  const all = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
  return charsOf(all.filter((char) => inClass.test(char)).join(""));
});

/** All characters from `first` to `last`, which are ASCII. */
export function charRange(first: string, last: string): CharSet {
  const from = first.charCodeAt(0);
  const codes = Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, i) => from + i);
  return charsOf(String.fromCharCode(...codes));
}

export function isSubset(part: CharSet, whole: CharSet): boolean {
  return (part & ~whole) === noChars;
}

export function without(set: CharSet, removed: CharSet): CharSet {
  return set & ~removed;
}

export function overlaps(a: CharSet, b: CharSet): boolean {
  return (a & b) !== noChars;
}

export const controlChars: CharSet = charRange("\u0000", "\u001f");
export const digits: CharSet = charRange("0", "9");
export const letters: CharSet = charRange("a", "z") | charRange("A", "Z");
export const wordChars: CharSet = letters | digits | charsOf("_");
/** What URLs have without encoding. */
export const plainUrlChars: CharSet = wordChars | charsOf("-.~");
export const jsonWhitespace: CharSet = charsOf(" \t\r\n");

/** What may not stand between the quotes of a JSON string as it is. */
export const breaksJsonString: CharSet = controlChars | charsOf('"\\');

/** What ends a value of `a=b&c=d`, or stands for another character there. */
export const breaksFormValue: CharSet = charsOf("&+%");

export const breaksFormName: CharSet = breaksFormValue | charsOf("=");

/** What `$util.escapeJavaScript` rewrites: `DEL` and above it too, as `\uXXXX`. */
export const changedByEscaping: CharSet = breaksJsonString | charsOf("'/") | NON_ASCII;

/** All that `$util.escapeJavaScript` can print. */
export const printedByEscaping: CharSet = without(allChars, controlChars | NON_ASCII);

export const base64Chars: CharSet = letters | digits | charsOf("+/=");

/** What RFC 9110 admits in a header's name. */
export const headerNameChars: CharSet = letters | digits | charsOf("!#$%&'*+-.^_`|~");

/** What the service admits in a stage variable's value. */
export const stageVariableChars: CharSet = letters | digits | charsOf("-._~:/?#&=,");

/** Ids, times, ARNs and names that the service or the API's owner writes. */
export const serviceChars: CharSet = letters | digits | charsOf("-._~:/@{}+*,()[];= ");
