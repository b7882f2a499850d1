import { isLockFile } from "./lock-files.js";
import type { FolderEntry, LspHost } from "./lsp-host.js";

/** Reads for a server, and tells later whether any of that would be read otherwise now: not every client watches files. */
export class RememberedFiles {
  readonly #host: LspHost;
  readonly #texts = new Map<string, string | undefined>();
  readonly #folders = new Map<string, string>();
  /** Something was read twice, and was not the same. */
  #differs = false;

  constructor(host: LspHost) {
    this.#host = host;
  }

  readonly readFile = async (uri: string): Promise<string | undefined> => {
    const text = await this.#host.readFile(uri);
    if (this.#texts.has(uri) && this.#texts.get(uri) !== text) this.#differs = true;
    this.#texts.set(uri, text);
    return text;
  };

  /** Without the files that editors leave beside what is being edited. */
  readonly listFolder = async (uri: string): Promise<readonly FolderEntry[]> => {
    const entries = (await this.#host.listFolder(uri)).filter(({ name }) => !isLockFile(name));
    const listed = JSON.stringify(entries);
    if ((this.#folders.get(uri) ?? listed) !== listed) this.#differs = true;
    this.#folders.set(uri, listed);
    return entries;
  };

  async haveChanged(): Promise<boolean> {
    for (const uri of this.#texts.keys()) {
      if (this.#differs) return true;
      await this.readFile(uri);
    }
    for (const uri of this.#folders.keys()) {
      if (this.#differs) return true;
      await this.listFolder(uri);
    }
    return this.#differs;
  }

  forget(): void {
    this.#texts.clear();
    this.#folders.clear();
    this.#differs = false;
  }
}
