import { type LambdaCode, type LambdaInvocation, type LambdaOutcome, LambdaThread } from "./lambda-thread.js";

/** Threads that are kept loaded for the next invocation. */
const MOST_IDLE = 4;

/** A function: as many threads as it has invocations at once, each kept for the next one while it is well. */
export class LambdaFunction {
  private readonly idle: LambdaThread[] = [];
  private readonly running = new Set<LambdaThread>();

  constructor(
    private readonly code: LambdaCode,
    private readonly onOutput: (text: string) => void,
  ) {}

  async run(invocation: LambdaInvocation, onPiece?: (bytes: Uint8Array) => void): Promise<LambdaOutcome> {
    const thread = this.idle.pop() ?? new LambdaThread(this.code, this.onOutput);
    this.running.add(thread);
    const outcome = await thread.run(invocation, onPiece);
    this.running.delete(thread);
    if (outcome.kind === "answer" && this.idle.length < MOST_IDLE) this.idle.push(thread);
    else await thread.close();
    return outcome;
  }

  async close(): Promise<void> {
    const threads = [...this.idle.splice(0), ...this.running];
    await Promise.all(threads.map((thread) => thread.close()));
  }
}
