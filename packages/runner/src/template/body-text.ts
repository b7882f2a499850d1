const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

export const EMPTY_BODY = new Uint8Array(0);

/** A payload as text; what is not UTF-8 becomes U+FFFD, as recorded. */
export function textOf(body: Uint8Array): string {
  return body.length === 0 ? "" : decoder.decode(body);
}

export function bytesOf(text: string): Uint8Array {
  return text === "" ? EMPTY_BODY : encoder.encode(text);
}
