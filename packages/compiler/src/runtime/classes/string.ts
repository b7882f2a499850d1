import { JavaCharacter } from "../number/index.js";
import { javaHashCode } from "../object/hash-code.js";
import { className } from "../object/java-class.js";
import { print } from "../object/print.js";
import { compilePattern, replaceAll, replaceFirst, split } from "../regex/index.js";
import { type JavaArray, JavaException, type Value } from "../value.js";
import { withoutFunction } from "./list.js";
import { type JavaMethod, type MethodTable, method, methodTable } from "./method-table.js";
import {
  codePointAt,
  codePointBefore,
  codePointCount,
  offsetByCodePoints,
  required,
  substring,
  unitAt,
} from "./string-bounds.js";
import { byteArray, bytesIn, charArray, copyInto, stringArray, textOf, utf8Bytes } from "./string-bytes.js";
import { compareIgnoringCase, compareUnits, equalsIgnoringCase } from "./string-case.js";
import { format } from "./string-format.js";
import { joinArguments, joinCollection } from "./string-join.js";
import { repeat } from "./string-repeat.js";
import { replaceMatches, replaceText, replaceUnit } from "./string-replace.js";
import { indexOfCodePoint, lastIndexOf, lastIndexOfCodePoint, regionMatches, startsWithAt } from "./string-search.js";
import {
  indent,
  isBlank,
  stripIndent,
  stripLeading,
  stripTrailing,
  translateEscapes,
  trim,
} from "./string-whitespace.js";

function compareToObject(self: string, other: Value): number {
  if (typeof required(other) === "string") return compareUnits(self, other as string);
  const name = className(other);
  throw new JavaException("java.lang.ClassCastException", `class ${name} cannot be cast to class java.lang.String`);
}

const ofChars: readonly JavaMethod<string>[] = [
  method(["char[]"], (_self, array) => textOf(array)),
  method(["char[]", "int", "int"], (_self, array, offset, count) => textOf(array, offset, count)),
];

/** The lower byte of each character. */
function lowBytes(text: string): JavaArray {
  return byteArray(Array.from({ length: text.length }, (_, i) => text.charCodeAt(i) & 0xff));
}

/**
 * `java.lang.String` of JDK 17, static methods included, without those that return streams or `Optional`
 * (`lines`, `chars`, `codePoints`, `describeConstable`).
 */
export const stringMethods: MethodTable<string> = methodTable<string>({
  charAt: method(["int"], (self, index) => new JavaCharacter(unitAt(self, index))),
  codePointAt: method(["int"], codePointAt),
  codePointBefore: method(["int"], codePointBefore),
  codePointCount: method(["int", "int"], codePointCount),
  compare: method(["CharSequence", "CharSequence"], (_self, a, b) => compareUnits(required(a), required(b))),
  compareTo: [
    method(["String"], (self, other) => compareUnits(self, required(other))),
    method(["Object"], compareToObject),
  ],
  compareToIgnoreCase: method(["String"], (self, other) => compareIgnoringCase(self, required(other))),
  concat: method(["String"], (self, other) => self + required(other)),
  contains: method(["CharSequence"], (self, searched) => self.includes(required(searched))),
  contentEquals: method(["CharSequence"], (self, other) => self === required(other)),
  copyValueOf: ofChars,
  endsWith: method(["String"], (self, suffix) => self.endsWith(required(suffix))),
  equals: method(["Object"], (self, other) => self === other),
  equalsIgnoreCase: method(["String"], (self, other) => other !== null && equalsIgnoringCase(self, other)),
  format: [
    method(["String", "Object[]"], (_self, template, args) => format(required(template), args)),
    // Without a locale, which is what null stands for, the root locale's.
    method(["Function", "String", "Object[]"], (_self, _locale, template, args) => format(required(template), args)),
  ],
  formatted: method(["Object[]"], format),
  getBytes: [
    method([], utf8Bytes),
    method(["String"], (self, charset) => bytesIn(self, required(charset))),
    method(["Function"], withoutFunction),
    method(["int", "int", "byte[]", "int"], (self, begin, end, target, at) =>
      copyInto(target, at, lowBytes(self), begin, end),
    ),
  ],
  getChars: method(["int", "int", "char[]", "int"], (self, begin, end, target, at) =>
    copyInto(target, at, charArray(self), begin, end),
  ),
  hashCode: method([], (self) => javaHashCode(self)),
  indent: method(["int"], indent),
  indexOf: [
    method(["int"], (self, codePoint) => indexOfCodePoint(self, codePoint, 0)),
    method(["String"], (self, searched) => self.indexOf(required(searched))),
    method(["String", "int"], (self, searched, from) => self.indexOf(required(searched), from)),
    method(["int", "int"], indexOfCodePoint),
  ],
  intern: method([], (self) => self),
  isBlank: method([], isBlank),
  isEmpty: method([], (self) => self === ""),
  join: [
    method(["CharSequence", "Object[]"], (_self, delimiter, elements) => joinArguments(delimiter, elements)),
    method(["CharSequence", "Collection"], (_self, delimiter, elements) => joinCollection(delimiter, elements)),
  ],
  lastIndexOf: [
    method(["String"], (self, searched) => self.lastIndexOf(required(searched))),
    method(["String", "int"], (self, searched, from) => lastIndexOf(self, required(searched), from)),
    method(["int", "int"], lastIndexOfCodePoint),
    method(["int"], (self, codePoint) => lastIndexOfCodePoint(self, codePoint, self.length)),
  ],
  length: method([], (self) => self.length),
  matches: method(["String"], (self, regex) => compilePattern(required(regex)).matches(self)),
  offsetByCodePoints: method(["int", "int"], offsetByCodePoints),
  regionMatches: [
    method(["boolean", "int", "String", "int", "int"], (self, ignoreCase, at, other, otherAt, length) =>
      regionMatches(ignoreCase, self, at, required(other), otherAt, length),
    ),
    method(["int", "String", "int", "int"], (self, at, other, otherAt, length) =>
      regionMatches(false, self, at, required(other), otherAt, length),
    ),
  ],
  repeat: method(["int"], repeat),
  replace: [
    method(["char", "char"], replaceUnit),
    method(["CharSequence", "CharSequence"], (self, target, replacement) =>
      replaceText(self, required(target), required(replacement)),
    ),
  ],
  replaceAll: method(["String", "String"], (self, regex, replacement) =>
    replaceMatches(replaceAll, self, regex, replacement),
  ),
  replaceFirst: method(["String", "String"], (self, regex, replacement) =>
    replaceMatches(replaceFirst, self, regex, replacement),
  ),
  split: [
    method(["String"], (self, regex) => stringArray(split(compilePattern(required(regex)), self, 0))),
    method(["String", "int"], (self, regex, limit) => stringArray(split(compilePattern(required(regex)), self, limit))),
  ],
  startsWith: [
    method(["String", "int"], (self, prefix, at) => startsWithAt(self, required(prefix), at)),
    method(["String"], (self, prefix) => self.startsWith(required(prefix))),
  ],
  strip: method([], (self) => stripTrailing(stripLeading(self))),
  stripIndent: method([], stripIndent),
  stripLeading: method([], stripLeading),
  stripTrailing: method([], stripTrailing),
  subSequence: method(["int", "int"], substring),
  substring: [method(["int", "int"], substring), method(["int"], (self, begin) => substring(self, begin, self.length))],
  toCharArray: method([], charArray),
  toLowerCase: [method([], (self) => self.toLowerCase()), method(["Function"], withoutFunction)],
  toString: method([], (self: string) => self),
  toUpperCase: [method([], (self) => self.toUpperCase()), method(["Function"], withoutFunction)],
  transform: method(["Function"], withoutFunction),
  translateEscapes: method([], translateEscapes),
  trim: method([], trim),
  // Java has an overload for each primitive type, which all print as the boxed value does.
  valueOf: [method(["Object"], (_self: string, value) => print(value)), ...ofChars],
});
