import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../../shared/oracle/run.sh", import.meta.url));

/** Velocity 1.7 itself, set up as API Gateway runs it; it is not part of this repository. */
export function hasJvm() {
  return existsSync(command) && existsSync("/usr/share/java/velocity.jar");
}

const caseOf = ({ id, template, event }) => `${JSON.stringify({ id, template, ...event })}\n`;

function run(args, input) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command}: ${stderr || error}`);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/**
 * What the service would print for each shape.
 * @returns {string[]}
 */
export function jvmOutputs(shapes) {
  return run([], shapes.map(caseOf).join("")).map(({ id, ok, output, error }) => {
    if (!ok) throw new Error(`${id}: ${error}`);
    return output;
  });
}

/**
 * Times one shape in a JVM of its own, after a warm-up of at least 2,000 renders.
 * @param {import("../shapes/index.mjs").Shape} shape
 * @param {number} count renders in each of five rounds
 * @returns {number} nanoseconds per render in the best round: the engine is not to look slow for the JIT's sake
 */
export function measureJvm(shape, count) {
  const folder = mkdtempSync(join(tmpdir(), "vtl-bench-"));
  try {
    const file = join(folder, "case.jsonl");
    writeFileSync(file, caseOf(shape));
    const [result] = run(["--bench", file, String(count)]);
    return result.ns_per_render_best_round;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
