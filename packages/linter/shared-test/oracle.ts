import { spawn } from "node:child_process";
import type { TemplateEvent } from "@apigw-vtl/compiler";
import { sharedFolder } from "./shared-folder.js";

export interface OracleCase extends TemplateEvent {
  readonly id: string;
  readonly template: string;
}

export interface OracleAnswer {
  readonly id: string;
  readonly ok: boolean;
  readonly output?: string;
  readonly error?: string;
}

/** Asks the reference engine; one answer a case, in order. */
export async function askOracle(cases: readonly OracleCase[]): Promise<OracleAnswer[]> {
  const output = await run(`${sharedFolder}oracle/run.sh`, cases.map((one) => JSON.stringify(one)).join("\n"));
  const answers = output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as OracleAnswer);
  if (answers.length !== cases.length) throw new Error(`${answers.length} answers to ${cases.length} cases`);
  return answers;
}

function run(command: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [], { stdio: ["pipe", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString("utf8"));
      else reject(new Error(`${command} ended with ${code}`));
    });
    child.stdin.end(input);
  });
}
