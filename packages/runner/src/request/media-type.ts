const DEFAULT = "application/json";

/** The MIME part of a `Content-Type` in lower case: only that part chooses templates. `application/json` without one. */
export function contentTypeOf(header: string | undefined): string {
  return header === undefined ? DEFAULT : mimeOf(header, header.length);
}

/** The first media type of an `Accept`, the only one that the service looks at. `application/json` without one. */
export function acceptedTypeOf(header: string | undefined): string {
  if (header === undefined) return DEFAULT;
  const comma = header.indexOf(",");
  return mimeOf(header, comma === -1 ? header.length : comma);
}

function mimeOf(header: string, end: number): string {
  const semicolon = header.indexOf(";");
  const mime = header.slice(0, semicolon === -1 ? end : Math.min(end, semicolon)).trim();
  return mime === "" ? DEFAULT : mime.toLowerCase();
}

/**
 * Whether a payload of this type is binary. An entry of `binaryMediaTypes` may stand for all types, or with `image/*` for
 * a family; wildcards that a client sends in `Accept` mean nothing, unless the very same entry is declared.
 */
export function isBinaryMediaType(mime: string, binaryMediaTypes: readonly string[]): boolean {
  return binaryMediaTypes.some((entry) => {
    const declared = entry.trim().toLowerCase();
    if (declared === "*/*" || declared === mime) return true;
    return declared.endsWith("/*") && mime.startsWith(declared.slice(0, -1));
  });
}
