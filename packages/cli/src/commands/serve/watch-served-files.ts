import { posix } from "node:path";
import type { Io, Watcher } from "../../io/io.js";
import { watchReporting } from "../watch-loop.js";

/** Watches the files of what is served, which may be others after each change of one. */
export class ServedFiles {
  readonly #io: Io;
  readonly #onChange: () => void;
  readonly #folders = new Map<string, Watcher>();
  #files: ReadonlySet<string> = new Set();

  constructor(io: Io, onChange: () => void) {
    this.#io = io;
    this.#onChange = onChange;
  }

  /** From now on these files count. Throws an `InputError` if their folders cannot be watched. */
  watch(files: readonly string[]): void {
    this.#files = new Set(files.map((file) => posix.normalize(file)));
    const folders = new Set([...this.#files].map((file) => posix.dirname(file)));
    for (const [folder, watcher] of this.#folders) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#folders.delete(folder);
    }
    for (const folder of folders) {
      if (this.#folders.has(folder)) continue;
      const watcher = watchReporting(folder, () =>
        this.#io.watchFolder(folder, (name) => {
          // Some systems do not tell which entry it is.
          if (name === "" || this.#files.has(posix.join(folder, name))) this.#onChange();
        }),
      );
      this.#folders.set(folder, watcher);
    }
  }

  close(): void {
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }
}
