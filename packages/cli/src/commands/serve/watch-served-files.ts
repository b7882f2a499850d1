import { posix } from "node:path";
import type { Io, Watcher } from "../../io/io.js";
import { watchReporting } from "../watch-loop.js";

/** What a module may import; whatever else is in its folder, such as a log that is written there, is not code. */
const CODE = /\.(?:[cm]?js|json)$/;

/** Watches the files of what is served, which may be others after each change of one. */
export class ServedFiles {
  readonly #io: Io;
  readonly #onChange: () => void;
  readonly #folders = new Map<string, Watcher>();
  #files: ReadonlySet<string> = new Set();
  #whole: ReadonlySet<string> = new Set();

  constructor(io: Io, onChange: () => void) {
    this.#io = io;
    this.#onChange = onChange;
  }

  /** From now on these files count, and the code in these folders. Throws an `InputError` if some cannot be watched. */
  watch({ files, folders: whole }: { readonly files: readonly string[]; readonly folders: readonly string[] }): void {
    this.#files = new Set(files.map((file) => posix.normalize(file)));
    this.#whole = new Set(whole);
    const folders = new Set([...[...this.#files].map((file) => posix.dirname(file)), ...whole]);
    for (const [folder, watcher] of this.#folders) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#folders.delete(folder);
    }
    const failures: unknown[] = [];
    for (const folder of folders) {
      if (this.#folders.has(folder)) continue;
      try {
        this.#folders.set(folder, this.#watchFolder(folder));
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #watchFolder(folder: string): Watcher {
    return watchReporting(folder, () =>
      this.#io.watchFolder(folder, (name) => {
        // Some systems do not tell which entry it is.
        const isCode = this.#whole.has(folder) && CODE.test(name);
        if (name === "" || isCode || this.#files.has(posix.join(folder, name))) this.#onChange();
      }),
    );
  }

  close(): void {
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }
}
