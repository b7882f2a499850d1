import type { FileEntry, GrammarName } from "@apigw-vtl/definitions";

/** Where the server runs: Node, a browser's worker, a test. */
export interface LspHost {
  /** What a URI leads to, with the path of a URI of the same place. Never rejects. */
  readonly inspectFile: (uri: string) => Promise<FileEntry>;
  /** The content of a regular file, but no more than so many bytes. */
  readonly readFile: (uri: string, limit: number) => Promise<Uint8Array>;
  /** What is in a folder; nothing if it cannot be read. */
  readonly listFolder: (uri: string) => Promise<readonly FolderEntry[]>;
  /** The bytes of a grammar of source code. */
  readonly loadGrammar: (grammar: GrammarName) => Promise<Uint8Array>;
  readonly clock: Clock;
}

export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
}

export interface Clock {
  /** Milliseconds, steady. */
  readonly now: () => number;
  /** Calls back once after so many milliseconds, unless cancelled before. */
  readonly after: (milliseconds: number, run: () => void) => { cancel(): void };
}
