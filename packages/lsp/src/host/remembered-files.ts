import type { FileEntry } from "@apigw-vtl/definitions";
import { isLockFile } from "./lock-files.js";
import type { FolderEntry, LspHost } from "./lsp-host.js";

/** Reads for a server, and tells later whether any of that would be read otherwise now: not every client watches files. */
export class RememberedFiles {
  readonly #host: LspHost;
  readonly #entries = new Map<string, string>();
  readonly #texts = new Map<string, { readonly limit: number; readonly text: string }>();
  readonly #folders = new Map<string, string>();
  /** Something was read twice, and was not the same. */
  #differs = false;

  constructor(host: LspHost) {
    this.#host = host;
  }

  readonly inspectFile = async (uri: string): Promise<FileEntry> => {
    const entry = await this.#host.inspectFile(uri);
    this.#compare(this.#entries.get(uri), JSON.stringify(entry));
    this.#entries.set(uri, JSON.stringify(entry));
    return entry;
  };

  readonly readFile = async (uri: string, limit: number): Promise<Uint8Array> => {
    const bytes = await this.#host.readFile(uri, limit);
    const text = new TextDecoder().decode(bytes);
    this.#compare(this.#texts.get(uri)?.text, text);
    this.#texts.set(uri, { limit, text });
    return bytes;
  };

  /** Without the files that editors leave beside what is being edited. */
  readonly listFolder = async (uri: string): Promise<readonly FolderEntry[]> => {
    const entries = (await this.#host.listFolder(uri)).filter(({ name }) => !isLockFile(name));
    this.#compare(this.#folders.get(uri), JSON.stringify(entries));
    this.#folders.set(uri, JSON.stringify(entries));
    return entries;
  };

  async haveChanged(): Promise<boolean> {
    const looks = [
      ...Array.from(this.#entries.keys(), (uri) => () => this.inspectFile(uri)),
      ...Array.from(
        this.#texts,
        ([uri, { limit }]) =>
          () =>
            this.readFile(uri, limit),
      ),
      ...Array.from(this.#folders.keys(), (uri) => () => this.listFolder(uri)),
    ];
    for (const look of looks) {
      if (this.#differs) return true;
      // What cannot be read any more has changed.
      await look().catch(() => {
        this.#differs = true;
      });
    }
    return this.#differs;
  }

  forget(): void {
    this.#entries.clear();
    this.#texts.clear();
    this.#folders.clear();
    this.#differs = false;
  }

  #compare(before: string | undefined, now: string): void {
    if (before !== undefined && before !== now) this.#differs = true;
  }
}
