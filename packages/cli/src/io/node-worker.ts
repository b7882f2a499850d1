import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import type { TaskWorker } from "./io.js";

/** A thread that answers each message with one. */
export class NodeWorker implements TaskWorker {
  readonly #worker: Worker;

  constructor(module: URL, settings: unknown) {
    // It takes some milliseconds to load, and few runs start a thread.
    const threads = process.getBuiltinModule("node:worker_threads");
    this.#worker = new threads.Worker(module, { workerData: settings });
  }

  async run(task: unknown): Promise<unknown> {
    this.#worker.postMessage(task);
    // `once` rejects on an error event, which an exception in the thread is.
    const [result] = await once(this.#worker, "message");
    return result;
  }

  close(): void {
    void this.#worker.terminate();
  }
}
