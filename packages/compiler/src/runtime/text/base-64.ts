import { JavaException } from "../value.js";
import { work } from "../work.js";
import { decodeUtf8, encodeUtf8 } from "./utf-8.js";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const PADDING = 0x3d;
const VALUES: ReadonlyMap<number, number> = new Map([...ALPHABET].map((char, value) => [char.charCodeAt(0), value]));

/** Bytes that are turned into characters in one call: a multiple of 4, and few enough to be arguments. */
const CHUNK = 8192;

/** `Base64.getEncoder()` of the UTF-8 bytes: padded, without line breaks. */
export function base64Encode(text: string): string {
  work(text.length);
  const bytes = encodeUtf8(text);
  // Codes first and characters by the chunk: one concatenation a character takes seconds for a body of 10 MB.
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let length = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    codes[length++] = ALPHABET.charCodeAt(bits >> 18);
    codes[length++] = ALPHABET.charCodeAt((bits >> 12) & 63);
    codes[length++] = i + 1 < bytes.length ? ALPHABET.charCodeAt((bits >> 6) & 63) : PADDING;
    codes[length++] = i + 2 < bytes.length ? ALPHABET.charCodeAt(bits & 63) : PADDING;
  }
  let encoded = "";
  for (let i = 0; i < length; i += CHUNK) encoded += String.fromCharCode(...codes.subarray(i, i + CHUNK));
  return encoded;
}

function malformed(message: string): JavaException {
  return new JavaException("java.lang.IllegalArgumentException", message);
}

/** Java reads the text as ISO-8859-1 (other characters are `?`) and prints the byte signed: `é` is `-17`. */
function illegalCharacter(code: number): JavaException {
  const byte = code > 0xff ? 0x3f : code;
  return malformed(`Illegal base64 character ${(byte < 0x80 ? byte : byte - 0x100).toString(16)}`);
}

/** What may follow the last sextet: nothing, `=` after three, `==` after two; padding may also be left out entirely. */
function checkEnding(text: string, at: number, pending: number): void {
  let end = at;
  if (text.charCodeAt(end) === PADDING) {
    end++;
    const secondMissing = pending === 2 && text.charCodeAt(end++) !== PADDING;
    if (secondMissing || pending === 0) throw malformed("Input byte array has wrong 4-byte ending unit");
  }
  if (pending === 1) throw malformed("Last unit does not have enough valid bits");
  if (end < text.length) throw malformed(`Input byte array has incorrect ending byte at ${end}`);
}

/**
 * `Base64.getDecoder()`, the strict basic decoder, with the bytes read as UTF-8.
 * @throws JavaException IllegalArgumentException on a character outside the alphabet (also a line break) or a bad ending.
 */
export function base64Decode(text: string): string {
  work(text.length);
  if (text.length === 1) throw malformed("Input byte[] should at least have 2 bytes for base64 bytes");
  const bytes = new Uint8Array(Math.ceil(text.length / 4) * 3);
  let length = 0;
  let bits = 0;
  let pending = 0;
  let at = 0;
  for (; at < text.length && text.charCodeAt(at) !== PADDING; at++) {
    const value = VALUES.get(text.charCodeAt(at));
    if (value === undefined) throw illegalCharacter(text.charCodeAt(at));
    bits = ((bits << 6) | value) & 0xffffff;
    pending = (pending + 1) & 3;
    if (pending === 0) {
      bytes[length++] = bits >> 16;
      bytes[length++] = bits >> 8;
      bytes[length++] = bits;
    }
  }
  checkEnding(text, at, pending);
  if (pending === 2) bytes[length++] = bits >> 4;
  if (pending === 3) {
    bytes[length++] = bits >> 10;
    bytes[length++] = bits >> 2;
  }
  return decodeUtf8(bytes.subarray(0, length));
}
