import { spawn } from "node:child_process";
import { sharedFolder } from "./shared-folder.js";

export interface OracleAnswer {
  readonly id: string;
  readonly ok: boolean;
  readonly output?: string;
  readonly error?: string;
}

/**
 * Asks the reference engine.
 * @param cases JSON texts, each an event with `id` and `template`; as texts because JavaScript would lose what numbers
 *   look like
 * @returns an answer a case, in order
 */
export async function askOracle(cases: readonly string[]): Promise<OracleAnswer[]> {
  const output = await runProgram(`${sharedFolder}oracle/run.sh`, [], cases.join("\n"));
  const answers = output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as OracleAnswer);
  if (answers.length !== cases.length) throw new Error(`${answers.length} answers to ${cases.length} cases`);
  return answers;
}

/** Runs a program and gives what it prints; rejects with its complaints when it fails. */
export function runProgram(command: string, args: readonly string[], input = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString("utf8"));
      else reject(new Error(`${command} ended with ${code}: ${Buffer.concat(errors).toString("utf8")}`));
    });
    child.stdin.end(input);
  });
}
