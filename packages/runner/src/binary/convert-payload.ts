import type { ContentHandling } from "@apigw-vtl/definitions";
import type { Payload } from "../pipeline/payload.js";
import { bytesOf, textOf } from "../template/body-text.js";
import { decodeBase64, encodeBase64 } from "./base64.js";

/** What a conversion table says: leave as it is, Base64 one way or the other, or read as UTF-8. */
export type Conversion = "as-is" | "to-utf-8" | "to-base64" | "from-base64";

/**
 * The table of a request (`api-gateway-payload-encodings-workflow`): the payload is binary when its type is one of the
 * `binaryMediaTypes`.
 */
export function requestConversion(isBinary: boolean, handling: ContentHandling | undefined): Conversion {
  if (isBinary) return handling === "CONVERT_TO_TEXT" ? "to-base64" : "as-is";
  return handling === "CONVERT_TO_BINARY" ? "from-base64" : "to-utf-8";
}

/** The table of a response: without `contentHandling` it depends on what the client accepts. */
export function responseConversion(
  isBinary: boolean,
  acceptsBinary: boolean,
  handling: ContentHandling | undefined,
): Conversion {
  const toBinary = handling === undefined ? acceptsBinary : handling === "CONVERT_TO_BINARY";
  if (isBinary) return toBinary ? "as-is" : "to-base64";
  return toBinary ? "from-base64" : "to-utf-8";
}

/** `undefined` if the payload should be Base64 and is not. */
export function convertPayload(bytes: Uint8Array, conversion: Conversion): Payload | undefined {
  switch (conversion) {
    case "as-is":
      return { kind: "binary", bytes };
    case "to-base64":
      return { kind: "text", bytes: bytesOf(encodeBase64(bytes)) };
    case "from-base64": {
      const decoded = decodeBase64(textOf(bytes));
      return decoded && { kind: "binary", bytes: decoded };
    }
    case "to-utf-8":
      return { kind: "text", bytes: isAscii(bytes) ? bytes : bytesOf(textOf(bytes)) };
  }
}

/** Then reading it as UTF-8 and writing it again changes nothing. */
function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) > 0x7f) return false;
  return true;
}
