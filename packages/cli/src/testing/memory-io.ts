import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { posix } from "node:path";
import type { FileAccess } from "@apigw-vtl/definitions";
import type { ExitCode } from "../exit-code.js";
import { type ExpectedContent, FileChangedError, isAsExpected } from "../io/file-changed.js";
import type { FolderEntry, Io, OutputStream, TaskWorker, Watcher } from "../io/io.js";
import { run } from "../run.js";

interface MemoryWorld {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether stdout and stderr are terminals, and how wide these are. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Milliseconds that the clock goes on at each look; 1 by default. */
  readonly tick?: number;
  /** Is told of each file that is about to be written. */
  readonly beforeWrite?: (path: string, io: MemoryIo) => unknown;
}

/** Where the world's relative paths start. */
const CWD = "/work/project";

/** A path as files are kept by: relative to `CWD`. */
const keyOf = (path: string): string => posix.relative(CWD, posix.resolve(CWD, path)) || ".";

const require = createRequire(import.meta.url);

/** The files of npm packages that the build puts beside the program. */
const ASSETS: Readonly<Record<string, string>> = {
  "web-tree-sitter.wasm": "web-tree-sitter/web-tree-sitter.wasm",
  "tree-sitter-hcl.wasm": "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm",
  "tree-sitter-typescript.wasm": "@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm",
  "tree-sitter-tsx.wasm": "@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm",
  "tree-sitter-python.wasm": "@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm",
};

/** The sources of the page that `vtl serve` shows. */
const PAGE = new URL("../../../runner/src/page/", import.meta.url);

function nodeError(code: string): Error {
  return Object.assign(new Error(`${code}: as Node says it`), { code });
}

class MemoryStream implements OutputStream {
  readonly chunks: Uint8Array[] = [];
  constructor(
    readonly isTTY: boolean,
    readonly columns: number | undefined,
  ) {}
  write(data: string | Uint8Array): void {
    this.chunks.push(typeof data === "string" ? Buffer.from(data) : data);
  }
  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
  get text(): string {
    return this.bytes.toString("utf8");
  }
}

/** A world in memory: files, streams, a clock that goes on at each look, and a user who can press Ctrl-C. */
export class MemoryIo implements Io {
  readonly files = new Map<string, Uint8Array>();
  readonly env: Readonly<Record<string, string>>;
  readonly cwd = CWD;
  readonly parallelism = 1;
  /** Names of the assets that were read. */
  readonly assetsRead: string[] = [];
  readonly stdout: MemoryStream;
  readonly stderr: MemoryStream;
  readonly #stdin: string | undefined;
  readonly #watches = new Set<{
    readonly path: string;
    readonly folder: boolean;
    readonly onChange: (name: string) => void;
  }>();
  readonly #interruptHandlers = new Set<() => void>();
  readonly #beforeWrite: (path: string) => void;
  readonly #tick: number;
  #time = 0;
  #stdinReads = 0;

  readonly fileAccess: FileAccess = {
    absolute: (path) => posix.resolve(CWD, path),
    inspect: async (path) => {
      const realPath = posix.resolve(CWD, path);
      const data = this.files.get(keyOf(path));
      const kind = data !== undefined ? "file" : this.#entries(path).size > 0 ? "folder" : "nothing";
      return { realPath, kind, size: data?.length ?? 0 };
    },
    read: async (path, limit) => (await this.readFile(path)).subarray(0, limit),
  };

  constructor({
    files = {},
    stdin,
    env = {},
    isTTY = false,
    columns,
    tick = 1,
    beforeWrite = () => {},
  }: MemoryWorld = {}) {
    for (const [path, data] of Object.entries(files)) this.#put(path, data);
    this.#stdin = stdin;
    this.env = env;
    this.#tick = tick;
    this.#beforeWrite = (path) => beforeWrite(path, this);
    this.stdout = new MemoryStream(isTTY, columns);
    this.stderr = new MemoryStream(isTTY, columns);
  }

  async readStdin(): Promise<Uint8Array> {
    if (++this.#stdinReads > 1) throw new Error("stdin was read twice");
    if (this.#stdin === undefined) throw new Error("nothing on stdin");
    return Buffer.from(this.#stdin);
  }

  async readFile(path: string): Promise<Uint8Array> {
    if (path.endsWith("/")) throw nodeError("EISDIR");
    const data = this.files.get(keyOf(path));
    if (data !== undefined) return data;
    throw nodeError(this.#entries(path).size > 0 ? "EISDIR" : "ENOENT");
  }

  async writeFile(path: string, data: Uint8Array, expected?: ExpectedContent): Promise<void> {
    this.#beforeWrite(path);
    if (path.startsWith("missing/")) throw nodeError("ENOENT");
    if (path.startsWith("read-only/")) throw nodeError("EACCES");
    if (expected !== undefined && !isAsExpected(this.files.get(keyOf(path)), expected)) {
      throw new FileChangedError(path);
    }
    this.files.set(keyOf(path), data);
  }

  /** Folders are there when a file is in them. */
  async makeFolder(path: string): Promise<void> {
    if (path.startsWith("missing/")) throw nodeError("EACCES");
  }

  async readFolder(path: string): Promise<readonly FolderEntry[]> {
    if (this.files.has(keyOf(path))) throw nodeError("ENOTDIR");
    const entries = [...this.#entries(path)].map(([name, kind]) => ({ name, kind }));
    if (entries.length === 0 && keyOf(path) !== ".") throw nodeError("ENOENT");
    return entries;
  }

  async readAsset(name: string): Promise<Uint8Array> {
    // A build has it; a world in memory has no build.
    if (name === "lint-worker.cjs") return Buffer.from("");
    this.assetsRead.push(name);
    const [, rule] = /^rules\/([a-z0-9-]+)\.md$/.exec(name) ?? [];
    if (/^(?:lint-)?codes\//.test(name)) return readFile(new URL(`../../../../docs/${name}`, import.meta.url));
    if (rule !== undefined) return readFile(new URL(`../../../linter/src/rules/${rule}/README.md`, import.meta.url));
    // The script is TypeScript before it is built.
    const [, page] = /^page\/(.+)$/.exec(name) ?? [];
    if (page !== undefined) return readFile(new URL(page.replace("page.js", "main.ts"), PAGE));
    return readFile(require.resolve(ASSETS[name] ?? name));
  }

  startWorker(): TaskWorker {
    throw new Error("a world in memory has one thread");
  }

  watch(path: string, onChange: () => void): Watcher {
    return this.#watch(path, false, onChange);
  }

  watchFolder(path: string, onChange: (name: string) => void): Watcher {
    return this.#watch(path, true, onChange);
  }

  onInterrupt(handler: () => void): Watcher {
    this.#interruptHandlers.add(handler);
    return { close: () => this.#interruptHandlers.delete(handler) };
  }

  now(): number {
    this.#time += this.#tick;
    return this.#time;
  }

  /** What a file holds now; undefined when there is none. */
  text(path: string): string | undefined {
    const data = this.files.get(keyOf(path));
    return data === undefined ? undefined : Buffer.from(data).toString("utf8");
  }

  /** Saves a file as an editor does, and tells whoever watches it. */
  save(path: string, data: string): void {
    const folder = posix.dirname(keyOf(path));
    const isNewFolder = ![...this.files.keys()].some((file) => file.startsWith(`${folder}/`));
    this.#put(path, data);
    for (const watch of this.#watches) {
      const watched = watch.folder ? folder : keyOf(path);
      if (keyOf(watch.path) === watched) watch.onChange(posix.basename(path));
      const isAround = watch.folder && isNewFolder && keyOf(watch.path) === posix.dirname(folder);
      if (isAround) watch.onChange(posix.basename(folder));
    }
  }

  /** Presses Ctrl-C. */
  interrupt(): void {
    for (const handler of this.#interruptHandlers) handler();
  }

  /** Watches and interrupt handlers that nobody has closed. */
  get openHandles(): number {
    return this.#watches.size + this.#interruptHandlers.size;
  }

  #watch(path: string, folder: boolean, onChange: (name: string) => void): Watcher {
    if (path.startsWith("missing/")) throw nodeError("ENOENT");
    const watch = { path, folder, onChange };
    this.#watches.add(watch);
    return { close: () => this.#watches.delete(watch) };
  }

  /** What is directly in a folder, by name. */
  #entries(path: string): Map<string, FolderEntry["kind"]> {
    const entries = new Map<string, FolderEntry["kind"]>();
    const folder = posix.resolve(CWD, path);
    const prefix = folder === "/" ? "/" : `${folder}/`;
    for (const file of this.files.keys()) {
      const absolute = posix.resolve(CWD, file);
      if (!absolute.startsWith(prefix)) continue;
      const [name, ...rest] = absolute.slice(prefix.length).split("/");
      entries.set(name!, rest.length > 0 ? "folder" : "file");
    }
    return entries;
  }

  #put(path: string, data: string | Uint8Array): void {
    this.files.set(keyOf(path), typeof data === "string" ? Buffer.from(data) : data);
  }
}

interface Outcome {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
  readonly io: MemoryIo;
}

/** Runs `vtl ARGS` in a world in memory to its end. */
export async function vtl(args: readonly string[], world: MemoryWorld = {}): Promise<Outcome> {
  const io = new MemoryIo(world);
  const code = await run(args, io);
  return { code, stdout: io.stdout.text, stderr: io.stderr.text, io };
}
