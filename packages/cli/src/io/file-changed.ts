/** What a file has to hold for a write to go ahead: these bytes, or that it is not there. */
export type ExpectedContent = Uint8Array | "absent";

/** A file no longer holds what a write was computed from. It is left as it is. */
export class FileChangedError extends Error {
  override readonly name = "FileChangedError";
}

/** Whether a file holds what a write was computed from; `current` is `undefined` of one that is not there. */
export function isAsExpected(current: Uint8Array | undefined, expected: ExpectedContent): boolean {
  if (expected === "absent" || current === undefined) return expected === "absent" && current === undefined;
  return Buffer.compare(current, expected) === 0;
}
