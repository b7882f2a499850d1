/** Runs the stages, prints what each printed when it ends, and ends with the line "N passed, N failed". */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { runStages } from "../scripts/ci/run-stages.mjs";
import { countTests } from "./count-tests.mjs";
import { ciStages } from "./stages.mjs";

/** Bash's `time` knows what the processes that a command started took. */
const TIMED = 'TIMEFORMAT="processor time: %U s, and %S s in the system"; time "$@"';

const work = mkdtempSync(join(tmpdir(), "vtl-ci-"));
const running = new Set();
const began = performance.now();
const seconds = (since) => `${Math.round((performance.now() - since) / 1000)} s`;

/** @param {import("../scripts/ci/run-stages.mjs").Stage} stage */
async function runStage({ name, command, env = {}, countsTests = false }) {
  const start = performance.now();
  console.log(`>>> ${name}, at ${seconds(began)}`);
  const report = join(work, `${name.replace(/\W/g, "-")}.json`);
  // A group of its own, so that all of it can be ended.
  const child = spawn("bash", ["-c", TIMED, "stage", ...command], {
    detached: true,
    env: { ...process.env, ...env, ...(countsTests && { VTL_TEST_REPORT: report }) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const status = await new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  running.delete(child);
  console.log(`=== ${name}\n${output.trimEnd()}\n--- ${name}: ${seconds(start)}${status === 0 ? "" : ", FAILED"}`);
  const counts = countsTests && existsSync(report) ? countTests(report) : { passed: status === 0 ? 1 : 0, failed: 0 };
  // An error outside of any test fails the run without failing a test.
  return { ...counts, failed: status === 0 ? counts.failed : Math.max(1, counts.failed) };
}

function end({ passed, failed }) {
  for (const { pid } of running) {
    try {
      process.kill(-pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  }
  rmSync(work, { recursive: true, force: true });
  console.log(`all of it: ${seconds(began)}\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => end({ passed: 0, failed: 1 }));

const { stages, leftOut } = ciStages({ hasShared: existsSync("../shared") });
for (const name of leftOut) console.log(`=== ${name}: left out, ../shared is not here`);
end(await runStages(stages, availableParallelism(), runStage));
