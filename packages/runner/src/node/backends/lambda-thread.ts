import { Worker } from "node:worker_threads";

/** Code that a function runs: a file, and what of it is called. */
export interface LambdaCode {
  /** Absolute. */
  readonly file: string;
  /** `handler`, `api.get`. */
  readonly handler: string;
  /** All that the code sees of the environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** One invocation as the thread takes it. */
export interface LambdaInvocation {
  /** The event's JSON text. */
  readonly payload: string;
  readonly context: Readonly<Record<string, string>>;
  /** Milliseconds that it may take once the code is loaded. */
  readonly timeoutMs: number;
}

/** How an invocation ended. */
export type LambdaOutcome =
  | { readonly kind: "answer"; readonly payload: string; readonly failed: boolean }
  /** The code called `process.exit`. */
  | { readonly kind: "exit"; readonly code: number }
  /** Nothing was left to do, and nothing was answered. */
  | { readonly kind: "idle" }
  | { readonly kind: "crash"; readonly error: unknown }
  | { readonly kind: "timeout" };

/** A piece of what a streaming handler writes. */
interface Piece {
  readonly kind: "piece";
  readonly bytes: Uint8Array;
}

/** Comes first: the code is loaded, or failed to be. */
interface Loaded {
  readonly kind: "loaded";
}

const MOST_MEMORY_MB = 512;
/** What takes longer to load goes on at the expense of the invocation, as in the service's init phase. */
const LONGEST_LOAD_MS = 10_000;
/** Output of a function beyond this is dropped, so that a flood of it fills no memory. */
const MOST_OUTPUT = 256 * 1024;

/** A thread with a function's code, which stays loaded between invocations as the service keeps it. */
export class LambdaThread {
  private readonly worker: Worker;
  /** Once the code is loaded, or has had its time for that. */
  private readonly loaded: Promise<void>;
  private written = 0;

  constructor(code: LambdaCode, onOutput: (text: string) => void) {
    this.worker = new Worker(new URL("./lambda-worker.mjs", import.meta.url), {
      workerData: { file: code.file, handler: code.handler },
      env: code.environment,
      // Options of this process (`--input-type`, `--inspect`) are not the thread's.
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    for (const stream of [this.worker.stdout, this.worker.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        if (this.written >= MOST_OUTPUT) return;
        this.written += chunk.length;
        onOutput(chunk.toString("utf8"));
        if (this.written >= MOST_OUTPUT) onOutput(`\n… output beyond ${MOST_OUTPUT} bytes is dropped\n`);
      });
    }
    // Errors of a thread that is idle or being ended have no one to tell.
    this.worker.on("error", () => {});
    this.loaded = new Promise((resolve) => {
      const longest = setTimeout(resolve, LONGEST_LOAD_MS).unref();
      this.worker.once("message", () => {
        clearTimeout(longest);
        resolve();
      });
    });
    this.worker.unref();
  }

  /** One at a time. Only after an `answer` can the thread take another. `onPiece`: what a handler that streams writes. */
  run(invocation: LambdaInvocation, onPiece: (bytes: Uint8Array) => void = () => {}): Promise<LambdaOutcome> {
    const { worker } = this;
    this.written = 0;
    return new Promise((resolve) => {
      let ended: LambdaOutcome = { kind: "idle" };
      let isOver = false;
      let timer: NodeJS.Timeout | undefined;
      const finish = (outcome: LambdaOutcome): void => {
        isOver = true;
        clearTimeout(timer);
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        worker.unref();
        if (outcome.kind !== "answer") void worker.terminate();
        resolve(outcome);
      };
      const onMessage = (message: LambdaOutcome | Piece | Loaded): void => {
        if (message.kind === "piece") onPiece(message.bytes);
        else if (message.kind === "answer") finish(message);
        else if (message.kind !== "loaded") ended = message;
      };
      const onError = (error: unknown): void => finish({ kind: "crash", error });
      const onExit = (): void => finish(ended);
      worker.ref();
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      worker.postMessage(invocation);
      void this.loaded.then(() => {
        if (!isOver) timer = setTimeout(() => finish({ kind: "timeout" }), invocation.timeoutMs);
      });
    });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}
