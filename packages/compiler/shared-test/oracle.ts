import { spawn } from "node:child_process";
import { parseEvent } from "@apigw-vtl/compiler";
import type { TemplateCase } from "./render-case.js";
import { sharedFolder } from "./shared-folder.js";

export interface OracleAnswer {
  readonly id: string;
  readonly ok: boolean;
  readonly output?: string;
  readonly error?: string;
}

/** Asks the reference engine; one answer a case, in order. */
export async function askOracle(cases: readonly TemplateCase[]): Promise<OracleAnswer[]> {
  const input = cases.map((one) => one.source ?? JSON.stringify(one)).join("\n");
  const output = await run(`${sharedFolder}oracle/run.sh`, [], input);
  const answers = output
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as OracleAnswer);
  if (answers.length !== cases.length) throw new Error(`${answers.length} answers to ${cases.length} cases`);
  return answers;
}

/** Random cases of the reference generator. */
export async function generateCases(seed: number, count: number, dialect: "apigateway" | "velocity") {
  const flags = dialect === "velocity" ? ["--velocity"] : [];
  const text = await run("python3", [`${sharedFolder}oracle/gen.py`, String(seed), String(count), ...flags], "");
  return text.trimEnd().split("\n").map(readCase);
}

/** A case whose numbers are as written: `JSON.parse` loses the difference between `10.0` and `10`. */
function readCase(line: string): TemplateCase {
  const { id, template, dialect } = JSON.parse(line) as TemplateCase;
  return { ...parseEvent(line), id, template, source: line, ...(dialect === undefined ? {} : { dialect }) };
}

function run(command: string, args: readonly string[], input: string): Promise<string> {
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
