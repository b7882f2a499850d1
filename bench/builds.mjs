/** Builds that are measured: this one, and one of another commit beside it. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * @typedef {{compiler: string, vtl: string, server: string, flags: string[]}} Build files as they are published, which
 * `npm run build` makes; and what Node is told besides
 */

/** @param {string} folder @returns {Build} */
const buildIn = (folder) => ({
  compiler: join(folder, "packages/compiler/dist/index.js"),
  vtl: join(folder, "packages/cli/bin/vtl.js"),
  server: join(folder, "packages/lsp/dist/server.js"),
  flags: [],
});

export const thisBuild = buildIn(root);

/**
 * V8 compiles and collects within the main thread: at the same place of the work each time, not when a busy machine lets
 * its other threads.
 * @template {Build} Each
 * @param {Each} build
 */
export const inOneThread = (build) => ({ ...build, flags: ["--single-threaded"] });

/**
 * Installs and builds a commit in a folder of its own, which is kept for the next time.
 * @param {string} revision as git knows it: `main~1`, `v1.0`
 * @returns {Build & {commit: string}}
 */
export function referenceBuild(revision) {
  const run = (command, args, cwd = root) =>
    execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
  const commit = run("git", ["rev-parse", "--verify", `${revision}^{commit}`]);
  const kept = join(root, ".cache/bench", commit);
  if (!existsSync(kept)) {
    console.error(`building ${commit.slice(0, 10)} in ${kept}`);
    const folder = `${kept}.part`;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    run("git", ["archive", "--output", join(folder, "sources.tar"), commit]);
    run("tar", ["-xf", "sources.tar"], folder);
    // It builds what it has installed.
    run("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline"], folder);
    renameSync(folder, kept);
  }
  return { ...buildIn(kept), commit };
}
