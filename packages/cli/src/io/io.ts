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

/** Everything a command may touch outside of its own memory; tests put a world in memory here. */
export interface Io {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The whole of stdin. Callable once. */
  readStdin(): Promise<Uint8Array>;
  /** Rejects with a Node error that has a `code` such as `ENOENT`. */
  readFile(path: string): Promise<Uint8Array>;
  /** Replaces the file, or makes it. Rejects as `readFile` does. */
  writeFile(path: string, data: Uint8Array): Promise<void>;
  /** Calls back each time the file changes, is replaced or appears. Throws when its folder does not exist. */
  watch(path: string, onChange: () => void): Watcher;
  /** Calls back when the user presses Ctrl-C, instead of ending the process; the result undoes it. */
  onInterrupt(handler: () => void): Watcher;
  /** Milliseconds of a steady clock, with fractions. */
  now(): number;
}
