import { digit } from "../number/digit.js";
import { JavaException } from "../value.js";
import { work } from "../work.js";
import { decodeUtf8, encodeUtf8 } from "./utf-8.js";

const SAFE = /^[A-Za-z0-9\-_.*]*$/;
const PLUS = 0x2b;
const PERCENT = 0x25;

const ENCODED_BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  if (char === " ") return "+";
  return SAFE.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
});

/** `java.net.URLEncoder.encode(text, "UTF-8")`: space is `+`, `~` is escaped, a lone surrogate is `%3F`. */
export function urlEncode(text: string): string {
  work(text.length);
  if (SAFE.test(text)) return text;
  let encoded = "";
  for (const byte of encodeUtf8(text)) encoded += ENCODED_BYTES[byte];
  return encoded;
}

function illegalEscape(detail: string): JavaException {
  return new JavaException("java.lang.IllegalArgumentException", `URLDecoder: ${detail}`);
}

/**
 * The two characters after a `%`. URLDecoder reads them with `Integer.parseInt`, which takes a sign and the digits of any
 * script: `%+f` is 15.
 */
function parseEscape(hex: string): number {
  const first = digit(hex.charCodeAt(0), 16);
  const second = digit(hex.charCodeAt(1), 16);
  const sign = /^[+-]/.exec(hex)?.[0];
  if (first >= 0 && second >= 0) return first * 16 + second;
  if (sign !== undefined && second >= 0) {
    if (sign === "+" || second === 0) return second;
    throw illegalEscape("Illegal hex characters in escape (%) pattern - negative value");
  }
  const illegal = first >= 0 || sign !== undefined ? 1 : 0;
  throw illegalEscape(`Illegal hex characters in escape (%) pattern - Error at index ${illegal} in: "${hex}"`);
}

/**
 * `java.net.URLDecoder.decode(text, "UTF-8")`; malformed UTF-8 becomes U+FFFD.
 * @throws JavaException IllegalArgumentException on an incomplete or non-hexadecimal escape.
 */
export function urlDecode(text: string): string {
  work(text.length);
  let decoded = "";
  let copied = 0;
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code === PLUS) {
      decoded += `${text.slice(copied, i)} `;
      copied = ++i;
    } else if (code === PERCENT) {
      decoded += text.slice(copied, i);
      const bytes: number[] = [];
      while (i + 2 < text.length && text.charCodeAt(i) === PERCENT) {
        bytes.push(parseEscape(text.slice(i + 1, i + 3)));
        i += 3;
      }
      if (text.charCodeAt(i) === PERCENT) throw illegalEscape("Incomplete trailing escape (%) pattern");
      decoded += decodeUtf8(Uint8Array.from(bytes));
      copied = i;
    } else {
      i++;
    }
  }
  return copied === 0 ? text : decoded + text.slice(copied);
}
