import { createHash } from "node:crypto";

/** A short text that tells contents apart. */
export function digestOf(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("base64url");
}
