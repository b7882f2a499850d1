import type { ApiDefinition } from "@apigw-vtl/definitions";
import { isBinaryMediaType } from "../request/media-type.js";

export type PayloadKind = "text" | "binary";

/** A payload after content handling: only text can go through a mapping template. */
export interface Payload {
  readonly kind: PayloadKind;
  readonly bytes: Uint8Array;
}

/** A payload as it comes in: binary when its type is one of the API's `binaryMediaTypes`. */
export function receivedPayload({ binaryMediaTypes }: ApiDefinition, contentType: string, bytes: Uint8Array): Payload {
  return { kind: isBinaryMediaType(contentType, binaryMediaTypes) ? "binary" : "text", bytes };
}
