import { isPlainObject } from "@apigw-vtl/compiler";
import { ProjectReader, type ReadScope } from "@apigw-vtl/definitions/files";
import { digestOf } from "../../files/digest.js";
import { digestOfFolder, isFolder } from "../../files/folder-digest.js";
import { encodeUtf8 } from "../../io/encoding.js";
import type { Io } from "../../io/io.js";
import { writeFile } from "../../io/write-file.js";
import type { Session } from "../../session.js";
import { VERSION } from "../../version.js";
import type { Dependencies, Dependency } from "./dependencies.js";
import type { FileLint } from "./file-lint.js";
import { LINT_WORKER } from "./lint-worker-name.js";

interface CacheEntry {
  /** Of the file's bytes. */
  readonly digest: string;
  /** Of the options that findings depend on. */
  readonly options: string;
  readonly dependencies: Dependencies;
  readonly lint: FileLint;
}

/** An entry as written: configurations, which most files share, are named by their place in a list of their own. */
interface WrittenEntry extends Omit<CacheEntry, "dependencies"> {
  readonly referred: readonly Dependency[];
  readonly configured: number;
}

/**
 * What made a cache: names of the build's modules, which have their content's hash in them, are in the one that threads
 * begin with. A version alone would not tell a program that was built anew.
 */
async function programOf(io: Io): Promise<string> {
  return `${VERSION} ${digestOf(await io.readAsset(LINT_WORKER))}`;
}

/** Findings of earlier runs, by the content of the files that they come from. */
export class LintCache {
  readonly #old: ReadonlyMap<string, CacheEntry>;
  readonly #current = new Map<string, CacheEntry>();
  readonly #reader: ProjectReader;
  readonly #io: Io;
  readonly #path: string;
  readonly #program: string;
  /** Of files as they are now; `undefined` of one that is not there. */
  readonly #digests = new Map<string, Promise<string | undefined>>();

  private constructor(
    path: string,
    program: string,
    old: ReadonlyMap<string, CacheEntry>,
    reader: ProjectReader,
    io: Io,
  ) {
    this.#path = path;
    this.#program = program;
    this.#old = old;
    this.#reader = reader;
    this.#io = io;
  }

  /** A cache that is missing, of another program or broken is empty. */
  static async open(path: string, io: Io, scope: ReadScope): Promise<LintCache> {
    const program = await programOf(io);
    const reader = new ProjectReader(io.fileAccess, scope);
    return new LintCache(path, program, await readEntries(path, program, io), reader, io);
  }

  /** The findings of a file, unless it, a file that it refers to, or a configuration has changed. */
  async get(path: string, options: string): Promise<FileLint | undefined> {
    const entry = this.#old.get(path);
    if (entry === undefined || entry.options !== options) return undefined;
    const { digest, dependencies, lint } = entry;
    for (const one of [{ path, digest }, ...dependencies.referred, ...dependencies.configured]) {
      if ((await this.#digest(one.path)) !== one.digest) return undefined;
    }
    this.#current.set(path, entry);
    return lint;
  }

  async set(path: string, options: string, { dependencies, ...lint }: FileLint): Promise<void> {
    const digest = await this.#digest(path);
    if (digest === undefined || dependencies === undefined) return;
    this.#current.set(path, { digest, options, dependencies, lint });
  }

  /** Writes the entries of this run and, of other files, those of earlier ones; only if something is new. */
  async save(session: Session): Promise<void> {
    if ([...this.#current].every(([path, entry]) => this.#old.get(path) === entry)) return;
    const configurations = new Map<string, number>();
    const entries = [...new Map([...this.#old, ...this.#current])].map(([path, { dependencies, ...entry }]) => {
      const { referred, configured } = dependencies;
      const key = JSON.stringify(configured);
      if (!configurations.has(key)) configurations.set(key, configurations.size);
      return [path, { ...entry, referred, configured: configurations.get(key) }];
    });
    const configured = [...configurations.keys()].map((key): unknown => JSON.parse(key));
    const text = JSON.stringify({ program: this.#program, configured, entries });
    await writeFile(session, { path: this.#path, data: encodeUtf8(text) });
  }

  #digest(path: string): Promise<string | undefined> {
    const known = this.#digests.get(path);
    if (known !== undefined) return known;
    const digest = isFolder(path) ? digestOfFolder(path, this.#io) : this.#digestOfFile(path);
    this.#digests.set(path, digest);
    return digest;
  }

  async #digestOfFile(path: string): Promise<string | undefined> {
    const bytes = await this.#reader.readBytes(path);
    return bytes instanceof Uint8Array ? digestOf(bytes) : undefined;
  }
}

async function readEntries(path: string, program: string, io: Io): Promise<ReadonlyMap<string, CacheEntry>> {
  try {
    // What stands there may be anything: the project may bring it.
    if ((await io.fileAccess.inspect(path)).kind !== "file") return new Map();
    const cache: unknown = JSON.parse(new TextDecoder().decode(await io.readFile(path)));
    if (!isPlainObject(cache) || cache.program !== program) return new Map();
    const configurations = cache.configured as readonly (readonly Dependency[])[];
    const entries = cache.entries as readonly (readonly [string, WrittenEntry])[];
    return new Map(
      entries.map(([file, { referred, configured, ...entry }]) => {
        return [file, { ...entry, dependencies: { referred, configured: configurations[configured]! } }];
      }),
    );
  } catch {
    return new Map();
  }
}
