import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { eventually } from "@apigw-vtl/test-support";
import { expect } from "vitest";

/** The built program as npm installs it; `npm run build` makes it. */
const BIN = fileURLToPath(new URL("../bin/vtl.js", import.meta.url));

/** `vtl serve` as a process of its own, on a free port. */
export class ServedProgram {
  stdout = "";
  stderr = "";
  readonly #child: ChildProcess;
  readonly ended: Promise<unknown[]>;

  private constructor(args: readonly string[], cwd: string) {
    this.#child = spawn(process.execPath, [BIN, "serve", ...args, "--port", "0"], { cwd });
    for (const name of ["stdout", "stderr"] as const) {
      this.#child[name]?.setEncoding("utf8").on("data", (text: string) => {
        this[name] += text;
      });
    }
    this.ended = once(this.#child, "exit");
  }

  static async start(args: readonly string[], cwd: string): Promise<ServedProgram> {
    const program = new ServedProgram(args, cwd);
    await eventually(() => expect(program.stderr).toContain("is served at "));
    return program;
  }

  get url(): string {
    return /http:\/\/[\d.:]+/.exec(this.stderr)?.[0] ?? "";
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Whether the process is still there. */
  get runs(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  async get(path: string): Promise<{ readonly status: number; readonly body: string }> {
    const response = await fetch(this.url + path);
    return { status: response.status, body: await response.text() };
  }

  async end(): Promise<void> {
    this.signal("SIGKILL");
    await this.ended;
  }
}
