import type { Payload } from "../pipeline/payload.js";
import { textOf } from "../template/body-text.js";
import { truncated } from "./java-map.js";
import { BINARY } from "./read-log.js";

/** A payload as the log shows it: no bytes of what is binary (reported by users of the service). */
export function loggedPayload({ kind, bytes }: Payload): string {
  return kind === "binary" && bytes.length > 0 ? BINARY : truncated(textOf(bytes));
}
