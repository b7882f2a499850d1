import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** DynamoDB on a free port of this machine, empty at first. */
export class DynaliteServer {
  private starting: Promise<string> | undefined;
  private worker: Worker | undefined;

  /** `prepare` is given the endpoint after each start, to make the tables. */
  constructor(private readonly prepare: (endpoint: string) => Promise<void>) {}

  /** Where it listens; starts it at the first use, and again should it have ended. Rejects if it cannot start. */
  async endpoint(): Promise<string> {
    this.starting ??= this.start().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  async close(): Promise<void> {
    this.starting = undefined;
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private async start(): Promise<string> {
    // Options of this process (`--input-type`, `--inspect`) are not the thread's.
    const options = { stdout: true, stderr: true, execArgv: [] };
    const worker = new Worker(new URL("./dynalite-worker.mjs", import.meta.url), options);
    this.worker = worker;
    const ended = new Promise<never>((_, reject) => {
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`the local DynamoDB has ended (${code})`)));
    });
    // Whoever waits for the start hears of it; later, the next request starts another one.
    ended.catch(() => {
      if (this.worker === worker) this.starting = undefined;
    });
    const [message] = await Promise.race([once(worker, "message"), ended]);
    worker.unref();
    const endpoint = `http://127.0.0.1:${portOf(message)}`;
    await this.prepare(endpoint);
    return endpoint;
  }
}

function portOf(message: unknown): number {
  if (typeof message === "object" && message !== null && "port" in message) return Number(message.port);
  throw new Error("the local DynamoDB does not say where it listens");
}
