import { directionOf } from "../character/directions.js";
import { codePointNamed, nameOf } from "../character/names.js";
import { numericValueOf } from "../character/numeric-values.js";
import * as character from "../character/properties.js";
import { digit } from "../number/digit.js";
import { JavaCharacter } from "../number/index.js";
import { JavaException } from "../value.js";
import { requireClass } from "./cast.js";
import { type JavaMethod, type MethodTable, method, methodTable } from "./method-table.js";
import { codePointAt, codePointBefore, codePointCount, offsetByCodePoints, required } from "./string-bounds.js";
import { charArray, textOf as charsOf, copyInto } from "./string-bytes.js";
import { trim } from "./string-whitespace.js";

const char = (code: number) => new JavaCharacter(code);
const isSupplementary = (codePoint: number) => codePoint > 0xffff && character.isCodePoint(codePoint);
const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
const highSurrogate = (codePoint: number) => (codePoint >>> 10) + 0xd7c0;

/** The overloads for a char and for a code point. */
function ofEither(body: (codePoint: number) => number | boolean): JavaMethod<JavaCharacter>[] {
  return [method(["char"], (_self, code) => body(code)), method(["int"], (_self, codePoint) => body(codePoint))];
}

/** The overloads that change a char to a char and a code point to a code point. */
function changing(body: (codePoint: number) => number): JavaMethod<JavaCharacter>[] {
  return [method(["char"], (_self, code) => char(body(code))), method(["int"], (_self, codePoint) => body(codePoint))];
}

/** `java.lang.Character`, including its static methods, which Velocity calls through any instance. */
export const characterMethods: MethodTable<JavaCharacter> = methodTable<JavaCharacter>({
  charCount: method(["int"], (_self, codePoint) => (codePoint > 0xffff ? 2 : 1)),
  charValue: method([], (self) => self),
  codePointAt: [
    method(["CharSequence", "int"], (_self, text, index) => codePointAt(required(text), index)),
    method(["char[]", "int"], (_self, array, index) => codePointAt(charsOf(array), index)),
    method(["char[]", "int", "int"], (_self, array, index, limit) => {
      if (limit < 0 || index >= limit) throw new JavaException("java.lang.IndexOutOfBoundsException", String(index));
      return codePointAt(charsOf(array, 0, limit), index);
    }),
  ],
  codePointBefore: [
    method(["CharSequence", "int"], (_self, text, index) => codePointBefore(required(text), index)),
    method(["char[]", "int"], (_self, array, index) => codePointBefore(charsOf(array), index)),
    method(["char[]", "int", "int"], (_self, array, index, start) => {
      if (start < 0 || index <= start) throw new JavaException("java.lang.IndexOutOfBoundsException", String(index));
      return codePointBefore(charsOf(array).slice(start), index - start);
    }),
  ],
  codePointCount: [
    method(["CharSequence", "int", "int"], (_self, text, begin, end) => codePointCount(required(text), begin, end)),
    method(["char[]", "int", "int"], (_self, array, offset, count) => [...charsOf(array, offset, count)].length),
  ],
  codePointOf: method(["String"], (_self, name) => codePointCalled(required(name))),
  compare: method(["char", "char"], (_self, a, b) => a - b),
  compareTo: method(["Object"], (self, other) => {
    requireClass(other, "java.lang.Character");
    return self.code - (other as JavaCharacter).code;
  }),
  digit: [
    method(["char", "int"], (_self, code, radix) => digit(code, radix)),
    method(["int", "int"], (_self, codePoint, radix) => digit(codePoint, radix)),
  ],
  forDigit: method(["int", "int"], (_self, value, radix) => forDigit(value, radix)),
  getDirectionality: ofEither(directionOf),
  getName: method(["int"], (_self, codePoint) => nameOf(validated(codePoint))),
  getNumericValue: ofEither(numericValueOf),
  getType: ofEither(character.getType),
  hashCode: [method([], (self: JavaCharacter) => self.code), method(["char"], (_self, code) => code)],
  highSurrogate: method(["int"], (_self, codePoint) => char(highSurrogate(codePoint))),
  isAlphabetic: method(["int"], (_self, codePoint) => character.isAlphabetic(codePoint)),
  isBmpCodePoint: method(["int"], (_self, codePoint) => codePoint >>> 16 === 0),
  isDefined: ofEither(character.isDefined),
  isDigit: ofEither(character.isDigit),
  isHighSurrogate: method(["char"], (_self, code) => isHighSurrogate(code)),
  isISOControl: ofEither(character.isIsoControl),
  isIdentifierIgnorable: ofEither(character.isIdentifierIgnorable),
  isIdeographic: method(["int"], (_self, codePoint) => character.isIdeographic(codePoint)),
  isJavaIdentifierPart: ofEither(character.isJavaIdentifierPart),
  isJavaIdentifierStart: ofEither(character.isJavaIdentifierStart),
  isJavaLetter: method(["char"], (_self, code) => character.isJavaIdentifierStart(code)),
  isJavaLetterOrDigit: method(["char"], (_self, code) => character.isJavaIdentifierPart(code)),
  isLetter: ofEither(character.isLetter),
  isLetterOrDigit: ofEither(character.isLetterOrDigit),
  isLowSurrogate: method(["char"], (_self, code) => isLowSurrogate(code)),
  isLowerCase: ofEither(character.isLowerCase),
  isMirrored: ofEither(character.isMirrored),
  isSpace: method(["char"], (_self, code) => character.isSpace(code)),
  isSpaceChar: ofEither(character.isSpaceChar),
  isSupplementaryCodePoint: method(["int"], (_self, codePoint) => isSupplementary(codePoint)),
  isSurrogate: method(["char"], (_self, code) => isHighSurrogate(code) || isLowSurrogate(code)),
  isSurrogatePair: method(["char", "char"], (_self, high, low) => isHighSurrogate(high) && isLowSurrogate(low)),
  isTitleCase: ofEither(character.isTitleCase),
  isUnicodeIdentifierPart: ofEither(character.isUnicodeIdentifierPart),
  isUnicodeIdentifierStart: ofEither(character.isUnicodeIdentifierStart),
  isUpperCase: ofEither(character.isUpperCase),
  isValidCodePoint: method(["int"], (_self, codePoint) => character.isCodePoint(codePoint)),
  isWhitespace: ofEither(character.isWhitespace),
  lowSurrogate: method(["int"], (_self, codePoint) => char((codePoint & 0x3ff) | 0xdc00)),
  offsetByCodePoints: [
    method(["CharSequence", "int", "int"], (_self, text, index, count) =>
      offsetByCodePoints(required(text), index, count),
    ),
    method(
      ["char[]", "int", "int", "int", "int"],
      (_self, array, start, count, index, by) =>
        start + offsetByCodePoints(charsOf(array, start, count), index - start, by),
    ),
  ],
  reverseBytes: method(["char"], (_self, code) => char((code << 8) | (code >>> 8))),
  toChars: [
    method(["int"], (_self, codePoint) => charArray(textOf(codePoint))),
    method(["int", "char[]", "int"], (_self, codePoint, target, at) => {
      const units = charArray(textOf(codePoint));
      copyInto(target, at, units, 0, units.length);
      return units.length;
    }),
  ],
  toCodePoint: method(["char", "char"], (_self, high, low) => ((high << 10) + low - 0x35f_dc00) | 0),
  toLowerCase: changing(character.toLowerCase),
  toString: [
    method([], (self: JavaCharacter) => self.print()),
    method(["char"], (_self, code) => String.fromCharCode(code)),
    method(["int"], (_self, codePoint) => textOf(codePoint)),
  ],
  toTitleCase: changing(character.toTitleCase),
  toUpperCase: changing(character.toUpperCase),
  valueOf: method(["char"], (_self, code) => char(code)),
});

/** `Character.forDigit`: U+0000 when there is no such digit. */
function forDigit(value: number, radix: number): JavaCharacter {
  const isDigit = radix >= 2 && radix <= 36 && value >= 0 && value < radix;
  return char(isDigit ? value.toString(radix).charCodeAt(0) : 0);
}

function codePointCalled(name: string): number {
  const codePoint = codePointNamed(name);
  if (codePoint !== undefined) return codePoint;
  const message = `Unrecognized character name :${trim(name).toUpperCase()}`;
  throw new JavaException("java.lang.IllegalArgumentException", message);
}

const textOf = (codePoint: number): string => String.fromCodePoint(validated(codePoint));

function validated(codePoint: number): number {
  if (character.isCodePoint(codePoint)) return codePoint;
  const hex = (codePoint >>> 0).toString(16).toUpperCase();
  throw new JavaException("java.lang.IllegalArgumentException", `Not a valid Unicode code point: 0x${hex}`);
}
