import type { FileAccess } from "@apigw-vtl/definitions";
import type { ExpectedContent } from "./file-changed.js";

/** Where a command writes; one for stdout and one for stderr, since each may or may not be a terminal. */
export interface OutputStream {
  write(data: string | Uint8Array): void;
  readonly isTTY: boolean;
  /** Width of the terminal in cells, when it is one. */
  readonly columns?: number | undefined;
}

/** Stops a watch. */
export interface Watcher {
  close(): void;
}

/** What a folder holds under one name; neither of the two: `other`. A link to a file is a file, one to a folder `other`. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "other";
}

/** Does tasks in another thread, one after the other. Tasks and results are plain data. */
export interface TaskWorker {
  /** Rejects if the worker cannot go on. */
  run(task: unknown): Promise<unknown>;
  close(): void;
}

/** Everything a command may touch outside of its own memory; tests put a world in memory here. */
export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start from, absolute and with `/`. */
  readonly cwd: string;
  /** The whole of stdin. Callable once. */
  readStdin(): Promise<Uint8Array>;
  /** What is read because a file names it goes through a `ProjectReader` of these. */
  readonly fileAccess: FileAccess;
  /** For files that the user names. Rejects with a Node error that has a `code` such as `ENOENT`. */
  readFile(path: string): Promise<Uint8Array>;
  /**
   * Replaces the file whole, or makes it; with `expected` only if it still holds that, else rejects with
   * a `FileChangedError`. Rejects otherwise as `readFile` does.
   */
  writeFile(path: string, data: Uint8Array, expected?: ExpectedContent): Promise<void>;
  /** Makes the folder and those around it, where they are missing. */
  makeFolder(path: string): Promise<void>;
  /** In no order. Rejects as `readFile` does, with `ENOTDIR` for a file. */
  readFolder(path: string): Promise<readonly FolderEntry[]>;
  /** A file that is published with the program, by its name. */
  readAsset(name: string): Promise<Uint8Array>;
  /** How many threads can run at once. */
  readonly parallelism: number;
  /** Starts a thread with a module that is published with the program, and gives it `settings`. */
  startWorker(module: string, settings: unknown): TaskWorker;
  /** Calls back each time the file changes, is replaced or appears. Throws when its folder does not exist. */
  watch(path: string, onChange: () => void): Watcher;
  /** Calls back with the name of each entry of the folder that changes, appears or goes. Throws as `watch` does. */
  watchFolder(path: string, onChange: (name: string) => void): Watcher;
  /** Calls back when the user presses Ctrl-C or the process is asked to terminate, instead of ending the process; the result undoes it. */
  onInterrupt(handler: () => void): Watcher;
  /** Milliseconds of a steady clock, with fractions. */
  now(): number;
}
