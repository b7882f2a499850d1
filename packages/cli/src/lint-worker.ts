import { parentPort, workerData } from "node:worker_threads";
import { type LinterSettings, type LintOutcome, ProjectLinter } from "./commands/lint/project-linter.js";
import type { SelectedFile } from "./files/find-files.js";
import { nodeIo } from "./io/node-io.js";

/** The program of a thread that lints: batches of files come as messages, what they gave goes back. */
const linter = new ProjectLinter(workerData as LinterSettings, nodeIo());

parentPort?.on("message", async (files: readonly SelectedFile[]) => {
  const outcomes: LintOutcome[] = [];
  for (const file of files) outcomes.push(await linter.lint(file));
  parentPort?.postMessage(outcomes);
});
