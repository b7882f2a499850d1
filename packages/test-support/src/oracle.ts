import { spawn } from "node:child_process";
import { sharedFolder } from "./shared-folder.js";

export interface OracleAnswer {
  readonly id: string;
  readonly ok: boolean;
  readonly output?: string;
  readonly error?: string;
}

/**
 * A run lives for seconds: what the better of Java's compilers and its parallel collector cost is never won back. With
 * these a thousand cases take 1.2 s of processor time, and 3.0 s without, on two cores.
 */
const SHORT_LIVED_JVM = { JAVA_TOOL_OPTIONS: "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" };

const ORACLE = `${sharedFolder}oracle/run.sh`;

/**
 * Asks the reference engine.
 * @param cases JSON texts, each an event with `id` and `template`; as texts because JavaScript would lose what numbers
 *   look like
 * @returns an answer a case, in order
 */
export async function askOracle(cases: readonly string[]): Promise<OracleAnswer[]> {
  const answers = readAnswers(await runProgram(ORACLE, [], { input: cases.join("\n"), env: SHORT_LIVED_JVM }));
  if (answers.length !== cases.length) throw new Error(`${answers.length} answers to ${cases.length} cases`);
  return answers;
}

/**
 * Asks the reference engine a case that it may never answer.
 * @param seconds the processor time that it gets, its start included
 * @returns undefined if it was still at it then
 */
export async function askOracleBriefly(one: string, seconds: number): Promise<OracleAnswer | undefined> {
  try {
    const limited = ["-c", `ulimit -t ${seconds}; exec "$0"`, ORACLE];
    return readAnswers(await runProgram("bash", limited, { input: one, env: SHORT_LIVED_JVM }))[0];
  } catch (error) {
    if (error instanceof ProgramFailure && /^SIG(?:XCPU|KILL)$/.test(error.end)) return undefined;
    throw error;
  }
}

const readAnswers = (lines: string) =>
  lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as OracleAnswer);

/** `end` is the exit code, or the signal that ended the program. */
class ProgramFailure extends Error {
  constructor(
    command: string,
    readonly end: string,
    complaints: string,
  ) {
    super(`${command} ended with ${end}: ${complaints}`);
  }
}

/** Runs a program and gives what it prints; rejects with its complaints when it fails. */
export function runProgram(
  command: string,
  args: readonly string[],
  { input = "", env = {} }: { input?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(Buffer.concat(chunks).toString("utf8"));
      else reject(new ProgramFailure(command, String(code ?? signal), Buffer.concat(errors).toString("utf8")));
    });
    child.stdin.end(input);
  });
}
