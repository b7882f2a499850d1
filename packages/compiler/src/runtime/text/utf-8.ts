const REPLACEMENT = "\ufffd";
/** Strings are built from chunks of this many units, well below every engine's limit on argument counts. */
const CHUNK = 4096;

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Encodes as Java's `String.getBytes(UTF_8)` does: a lone surrogate becomes `?`. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code <= 0xdfff) {
      const codePoint = text.codePointAt(i) ?? code;
      if (codePoint > 0xffff) i++;
      code = codePoint > 0xffff ? codePoint : 0x3f;
    }
    if (code < 0x80) {
      bytes[length++] = code;
    } else if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
      bytes[length++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      bytes[length++] = 0xe0 | (code >> 12);
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[length++] = 0x80 | (code & 0x3f);
    } else {
      bytes[length++] = 0xf0 | (code >> 18);
      bytes[length++] = 0x80 | ((code >> 12) & 0x3f);
      bytes[length++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[length++] = 0x80 | (code & 0x3f);
    }
  }
  return bytes.subarray(0, length);
}

/** How many bytes form a sequence with this first byte; 0 when it cannot begin one. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

/** Whether the second byte rules out an overlong form or a code point beyond U+10FFFF. */
function fitsLead(lead: number, second: number | undefined): boolean {
  if (!isContinuation(second)) return false;
  if (lead === 0xe0) return second! >= 0xa0;
  if (lead === 0xf0) return second! >= 0x90;
  return lead !== 0xf4 || second! < 0x90;
}

/** Length of the well-formed beginning of the sequence at `at`; equals `length` when all of it is well formed. */
function wellFormedLength(bytes: Uint8Array, at: number, length: number): number {
  if (!fitsLead(bytes[at]!, bytes[at + 1])) return 1;
  for (let i = 2; i < length; i++) if (!isContinuation(bytes[at + i])) return i;
  return length;
}

/**
 * Decodes as Java's `new String(bytes, UTF_8)` does: one U+FFFD for each malformed beginning of a sequence.
 * Unlike browsers, Java replaces an encoded surrogate (`ED A0 80`) by one U+FFFD, not three.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = "";
  let chunk: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!;
    const length = sequenceLength(lead);
    const valid = length < 2 ? 1 : wellFormedLength(bytes, at, length);
    if (length === 0 || valid < length) {
      chunk.push(REPLACEMENT.charCodeAt(0));
    } else if (length === 1) {
      chunk.push(lead);
    } else {
      let codePoint = lead & (0x7f >> length);
      for (let i = 1; i < length; i++) codePoint = (codePoint << 6) | (bytes[at + i]! & 0x3f);
      const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
      chunk.push(isSurrogate ? REPLACEMENT.charCodeAt(0) : codePoint);
    }
    at += valid;
    if (chunk.length >= CHUNK) {
      text += String.fromCodePoint(...chunk);
      chunk = [];
    }
  }
  return text + String.fromCodePoint(...chunk);
}
