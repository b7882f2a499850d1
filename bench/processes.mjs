/** Processes that tell what they took. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const PRELOADED = ["--import", fileURLToPath(new URL("usage.mjs", import.meta.url))];

/** @typedef {{cpuMs: number, mostMB: number, residentMB: number, heapMB: number}} Usage */

/**
 * Runs Node to its end.
 * @param {string[]} args
 * @param {{cwd?: string, statuses?: number[]}} [options] the exit codes that are right; default: 0
 * @returns {Promise<{usage: Usage, stdout: string}>}
 * @throws if it ends with another
 */
export async function runToEnd(args, { cwd, statuses = [0] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "vtl-bench-"));
  try {
    const file = join(folder, "usage.json");
    const child = spawn(process.execPath, [...PRELOADED, ...args], {
      cwd,
      env: { ...process.env, BENCH_USAGE: file },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
    if (!statuses.includes(status)) {
      throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
    }
    return { usage: JSON.parse(readFileSync(file, "utf8")), stdout };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Starts Node with a channel that `usageOf` asks through.
 * @param {string[]} args
 * @param {("pipe" | "ignore")[]} stdio
 */
export function startNode(args, stdio) {
  return spawn(process.execPath, ["--expose-gc", ...PRELOADED, ...args], { stdio: [...stdio, "ipc"] });
}

/**
 * @param {import("node:child_process").ChildProcess} child of `startNode`
 * @param {"usage" | "usage after a collection"} [question] the collection is in the time, and garbage is not in the memory
 * @returns {Promise<Usage>}
 */
export async function usageOf(child, question = "usage") {
  const told = once(child, "message");
  child.send(question);
  const [usage] = await told;
  return usage;
}
