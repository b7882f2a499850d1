import { posix } from "node:path";
import type { Io, Watcher } from "../../io/io.js";
import type { GatewaySources } from "../gateway-options/open-gateway.js";
import { watchReporting } from "../watch-loop.js";

/** Watches the files of what is served, which may be others after each change of one. */
export class ServedFiles {
  readonly #io: Io;
  readonly #onChange: () => void;
  readonly #folders = new Map<string, Watcher>();
  #files: ReadonlySet<string> = new Set();
  #names: ReadonlyMap<string, RegExp> = new Map();

  constructor(io: Io, onChange: () => void) {
    this.#io = io;
    this.#onChange = onChange;
  }

  /** From now on these count, and no others. Throws an `InputError` if some that are there cannot be watched. */
  watch({ files, missing, folders: open }: GatewaySources): void {
    const normal = (paths: readonly string[]) => paths.map((path) => posix.normalize(path));
    const there = new Set([...normal(files).map((file) => posix.dirname(file)), ...open.map(({ path }) => path)]);
    // A folder that is not there either cannot be watched.
    const folders = new Set([...there, ...normal(missing).map((file) => posix.dirname(file))]);
    this.#files = new Set(normal([...files, ...missing]));
    this.#names = new Map(open.map(({ path, names }) => [path, names]));
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
        if (there.has(folder)) failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  #watchFolder(folder: string): Watcher {
    return watchReporting(folder, () =>
      this.#io.watchFolder(folder, (name) => {
        // Some systems do not tell which entry it is.
        const mayBeNew = this.#names.get(folder)?.test(name) === true;
        if (name === "" || mayBeNew || this.#files.has(posix.join(folder, name))) this.#onChange();
      }),
    );
  }

  close(): void {
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }
}
