import { InputError } from "../failure.js";

// A byte order mark is kept: it is part of a template or body, and the service would print it.
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Decodes UTF-8 exactly; throws an `InputError` naming `name` when the bytes are something else. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new InputError(`${name} is not UTF-8 text`, { cause });
  }
}

export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * The text that arrives when a JVM sends `text`: half a surrogate pair becomes `?`, as Java's UTF-8 encoder writes it
 * (`"\ud800".getBytes("UTF-8")` is `3f` on JDK 17), where JavaScript's would write U+FFFD.
 */
export function asSentByJava(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "?");
}
