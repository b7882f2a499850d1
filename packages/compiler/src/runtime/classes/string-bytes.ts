import { nullPointer } from "../collections/exceptions.js";
import { JavaByte, JavaCharacter } from "../number/index.js";
import { print } from "../object/print.js";
import { encodeUtf8 } from "../text/index.js";
import { JavaArray, JavaException } from "../value.js";

/** `toCharArray`: a `char[]`. */
export function charArray(text: string): JavaArray {
  const array = new JavaArray();
  array.elementClass = "char";
  for (let i = 0; i < text.length; i++) array.push(new JavaCharacter(text.charCodeAt(i)));
  return array;
}

/** The characters in a part of a `char[]`. Throws NullPointerException and StringIndexOutOfBoundsException. */
export function textOf(array: JavaArray | null, offset = 0, count = array?.length ?? 0): string {
  if (array === null) throw nullPointer("array is null");
  if (offset < 0 || count < 0 || offset > array.length - count) {
    throw new JavaException(
      "java.lang.StringIndexOutOfBoundsException",
      `offset ${offset}, count ${count}, length ${array.length}`,
    );
  }
  return array
    .slice(offset, offset + count)
    .map(print)
    .join("");
}

/** `getChars` and the old `getBytes`: part of a text into an array. Throws the exceptions of a wrong index. */
export function copyInto(
  target: JavaArray | null,
  at: number,
  source: JavaArray,
  begin: number,
  end: number,
): undefined {
  if (begin < 0 || end > source.length || begin > end) {
    throw new JavaException(
      "java.lang.StringIndexOutOfBoundsException",
      `begin ${begin}, end ${end}, length ${source.length}`,
    );
  }
  if (target === null) throw nullPointer("dst is null");
  if (at < 0 || at > target.length - (end - begin)) {
    throw new JavaException(
      "java.lang.ArrayIndexOutOfBoundsException",
      `offset ${at}, count ${end - begin}, length ${target.length}`,
    );
  }
  for (let i = begin; i < end; i++) target[at + i - begin] = source[i]!;
}

export function byteArray(bytes: Iterable<number>): JavaArray {
  const array = new JavaArray();
  array.elementClass = "byte";
  for (const byte of bytes) array.push(new JavaByte(byte));
  return array;
}

/** `getBytes()`: UTF-8, the default charset of the service's JVM. */
export function utf8Bytes(text: string): JavaArray {
  return byteArray(encodeUtf8(text));
}

/** One byte for each character up to `max`, `?` for others. */
function singleBytes(text: string, max: number): number[] {
  return Array.from(text, (char) => {
    const codePoint = char.codePointAt(0)!;
    return codePoint > max ? 0x3f : codePoint;
  });
}

function utf16Bytes(text: string, littleEndian: boolean): number[] {
  const bytes: number[] = [];
  for (const char of text) {
    // Encoders write a lone surrogate as U+FFFD.
    const units = /^[\ud800-\udfff]$/.test(char) ? "\ufffd" : char;
    for (let i = 0; i < units.length; i++) {
      const [high, low] = [units.charCodeAt(i) >> 8, units.charCodeAt(i) & 0xff];
      bytes.push(...(littleEndian ? [low, high] : [high, low]));
    }
  }
  return bytes;
}

const ENCODERS: ReadonlyMap<string, (text: string) => Iterable<number>> = new Map<
  string,
  (text: string) => Iterable<number>
>([
  ["UTF8", encodeUtf8],
  ["ISO88591", (text: string) => singleBytes(text, 0xff)],
  ["LATIN1", (text: string) => singleBytes(text, 0xff)],
  ["USASCII", (text: string) => singleBytes(text, 0x7f)],
  ["ASCII", (text: string) => singleBytes(text, 0x7f)],
  ["UTF16", (text: string) => [...(text === "" ? [] : [0xfe, 0xff]), ...utf16Bytes(text, false)]],
  ["UTF16BE", (text: string) => utf16Bytes(text, false)],
  ["UTF16LE", (text: string) => utf16Bytes(text, true)],
]);

/**
 * `getBytes(charset)` for the charsets that every JVM has.
 * @throws JavaException UnsupportedEncodingException
 */
export function bytesIn(text: string, charset: string): JavaArray {
  const encode = ENCODERS.get(charset.toUpperCase().replace(/[-_]/g, ""));
  if (encode === undefined) throw new JavaException("java.io.UnsupportedEncodingException", charset);
  return byteArray(encode(text));
}

/** `String[]`. */
export function stringArray(items: readonly string[]): JavaArray {
  const array = new JavaArray();
  array.elementClass = "java.lang.String";
  for (const item of items) array.push(item);
  return array;
}
