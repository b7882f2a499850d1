import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../shared/oracle/run.sh", import.meta.url));

/** The reference engine is not there, or it did not answer; the message says what to do. */
export class OracleUnavailable extends Error {}

/**
 * Asks the reference engine (Velocity 1.7 on a JVM, `../shared/oracle`) to render cases.
 *
 * @param {{template: string, dialect?: string, body?: string}[]} cases events with their template, in the form of the conformance files
 * @returns {{ok: boolean, output?: string, error?: string, overrides?: object}[]} one answer a case, in order
 */
export function askOracle(cases) {
  if (!existsSync(command)) {
    throw new OracleUnavailable(`the reference engine is not at ${command}; it is not part of this repository`);
  }
  const input = cases.map((c, id) => JSON.stringify({ ...c, id })).join("\n");
  const run = spawnSync(command, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new OracleUnavailable(run.stderr || String(run.error ?? `exit ${run.status}`));
  const answers = run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  if (answers.length !== cases.length) {
    throw new OracleUnavailable(`${answers.length} answers to ${cases.length} cases`);
  }
  return answers;
}
