/** The payload as Base64 text, with padding and without line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  // In pieces: a function takes only so many arguments.
  let binary = "";
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary);
}

/** The bytes, or `undefined` for what is not Base64; blanks and line breaks are not (recorded: text gives 500). */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
