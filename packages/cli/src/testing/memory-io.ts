import type { ExitCode } from "../exit-code.js";
import type { Io, OutputStream, Watcher } from "../io/io.js";
import { run } from "../run.js";

interface MemoryWorld {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether stdout and stderr are terminals. */
  readonly isTTY?: boolean;
}

function nodeError(code: string): Error {
  return Object.assign(new Error(`${code}: as Node says it`), { code });
}

class MemoryStream implements OutputStream {
  readonly chunks: Uint8Array[] = [];
  constructor(readonly isTTY: boolean) {}
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

/** A world in memory: files, streams, a clock that ticks 1 ms a look, and a user who can press Ctrl-C. */
export class MemoryIo implements Io {
  readonly files = new Map<string, Uint8Array>();
  readonly env: Readonly<Record<string, string>>;
  readonly stdout: MemoryStream;
  readonly stderr: MemoryStream;
  readonly #stdin: string | undefined;
  readonly #watchers = new Map<() => void, string>();
  readonly #interruptHandlers = new Set<() => void>();
  #time = 0;
  #stdinReads = 0;

  constructor({ files = {}, stdin, env = {}, isTTY = false }: MemoryWorld = {}) {
    for (const [path, data] of Object.entries(files)) this.#put(path, data);
    this.#stdin = stdin;
    this.env = env;
    this.stdout = new MemoryStream(isTTY);
    this.stderr = new MemoryStream(isTTY);
  }

  async readStdin(): Promise<Uint8Array> {
    if (++this.#stdinReads > 1) throw new Error("stdin was read twice");
    if (this.#stdin === undefined) throw new Error("nothing on stdin");
    return Buffer.from(this.#stdin);
  }

  async readFile(path: string): Promise<Uint8Array> {
    if (path.endsWith("/")) throw nodeError("EISDIR");
    const data = this.files.get(path);
    if (data === undefined) throw nodeError("ENOENT");
    return data;
  }

  async writeFile(path: string, data: Uint8Array): Promise<void> {
    if (path.startsWith("missing/")) throw nodeError("ENOENT");
    this.files.set(path, data);
  }

  watch(path: string, onChange: () => void): Watcher {
    if (path.startsWith("missing/")) throw nodeError("ENOENT");
    this.#watchers.set(onChange, path);
    return { close: () => this.#watchers.delete(onChange) };
  }

  onInterrupt(handler: () => void): Watcher {
    this.#interruptHandlers.add(handler);
    return { close: () => this.#interruptHandlers.delete(handler) };
  }

  now(): number {
    return this.#time++;
  }

  /** What a file holds now; undefined when there is none. */
  text(path: string): string | undefined {
    const data = this.files.get(path);
    return data === undefined ? undefined : Buffer.from(data).toString("utf8");
  }

  /** Saves a file as an editor does, and tells whoever watches it. */
  save(path: string, data: string): void {
    this.#put(path, data);
    for (const [onChange, watched] of this.#watchers) if (watched === path) onChange();
  }

  /** Presses Ctrl-C. */
  interrupt(): void {
    for (const handler of this.#interruptHandlers) handler();
  }

  /** Watches and interrupt handlers that nobody has closed. */
  get openHandles(): number {
    return this.#watchers.size + this.#interruptHandlers.size;
  }

  #put(path: string, data: string | Uint8Array): void {
    this.files.set(path, typeof data === "string" ? Buffer.from(data) : data);
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
