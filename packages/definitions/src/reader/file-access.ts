/** What is at a path once all links are followed. */
export interface FileEntry {
  /** The path without links, absolute; of what is not there, where it would be. */
  readonly realPath: string;
  readonly kind: "file" | "folder" | "other" | "nothing";
  /** In bytes, as far as the system tells. */
  readonly size: number;
}

/** What a reader needs of where it runs. Paths use `/`. */
export interface FileAccess {
  /** The path from the top, with `.` and `..` worked out by its text alone; nothing is looked up. */
  readonly absolute: (path: string) => string;
  /** Never rejects. */
  readonly inspect: (path: string) => Promise<FileEntry>;
  /** The content of a regular file, but no more than so many bytes. Rejects for whatever else is there by now. */
  readonly read: (realPath: string, limit: number) => Promise<Uint8Array>;
}

/** What reading a file gave: its text, why it is not read, or `undefined` if nothing is there. */
export type FileText = string | RefusedFile | undefined;

/** A file that is there, or would be, and is not read. */
export interface RefusedFile {
  readonly reason: "outside" | "no-file" | "too-large" | "no-text" | "unreadable";
  /** What is wrong and what to do, beginning with the path as it was given. */
  readonly message: string;
}

/** The text, if it is one: for readers to whom a file that is not read is as good as none. */
export function textOrNothing(text: FileText): string | undefined {
  return typeof text === "string" ? text : undefined;
}
