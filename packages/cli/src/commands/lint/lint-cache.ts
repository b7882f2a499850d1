import { createHash } from "node:crypto";
import { isPlainObject } from "../../event/plain-object.js";
import { encodeUtf8 } from "../../io/encoding.js";
import type { Io } from "../../io/io.js";
import { writeIntoFolder } from "../../io/write-output.js";
import { VERSION } from "../../version.js";
import type { FileLint } from "./file-lint.js";

interface CacheEntry {
  /** Of the file's bytes. */
  readonly digest: string;
  /** Of everything else that findings depend on: configuration and options. */
  readonly settings: string;
  readonly lint: FileLint;
}

/** To be raised when the form of entries changes without a new version of the program. */
const FORM = 1;

export function digestOf(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("base64url");
}

/** Findings of earlier runs, by the content of the files that they come from. */
export class LintCache {
  readonly #old: ReadonlyMap<string, CacheEntry>;
  readonly #current = new Map<string, CacheEntry>();
  readonly #io: Io;
  readonly #path: string;

  private constructor(path: string, old: ReadonlyMap<string, CacheEntry>, io: Io) {
    this.#path = path;
    this.#old = old;
    this.#io = io;
  }

  /** A cache that is missing, of another version or broken is empty. */
  static async open(path: string, io: Io): Promise<LintCache> {
    return new LintCache(path, await readEntries(path, io), io);
  }

  /** The findings of a file with this content, unless it or a file that it refers to has changed. */
  async get(path: string, digest: string, settings: string): Promise<FileLint | undefined> {
    const entry = this.#old.get(path);
    if (entry === undefined || entry.digest !== digest || entry.settings !== settings) return undefined;
    for (const dependency of entry.lint.dependencies) {
      const bytes = await this.#io.readFile(dependency.path).catch(() => undefined);
      if ((bytes && digestOf(bytes)) !== dependency.digest) return undefined;
    }
    this.#current.set(path, entry);
    return entry.lint;
  }

  set(path: string, digest: string, settings: string, lint: FileLint): void {
    this.#current.set(path, { digest, settings, lint });
  }

  /** Writes the entries of this run and, of other files, those of earlier ones; only if something is new. */
  async save(): Promise<void> {
    if ([...this.#current].every(([path, entry]) => this.#old.get(path) === entry)) return;
    const entries = [...new Map([...this.#old, ...this.#current])];
    const text = JSON.stringify({ version: VERSION, form: FORM, entries });
    await writeIntoFolder(this.#io, this.#path, encodeUtf8(text));
  }
}

async function readEntries(path: string, io: Io): Promise<ReadonlyMap<string, CacheEntry>> {
  try {
    const cache: unknown = JSON.parse(new TextDecoder().decode(await io.readFile(path)));
    if (!isPlainObject(cache) || cache.version !== VERSION || cache.form !== FORM) return new Map();
    return new Map(Array.isArray(cache.entries) ? cache.entries : []);
  } catch {
    return new Map();
  }
}
