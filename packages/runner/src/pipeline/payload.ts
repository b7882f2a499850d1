/** A payload after content handling: only text can go through a mapping template. */
export interface Payload {
  readonly kind: "text" | "binary";
  readonly bytes: Uint8Array;
}
