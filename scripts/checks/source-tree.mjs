import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Source files by their path from the root of the repository, with `/`.
 * @typedef {Map<string, string>} SourceTree
 */

const root = fileURLToPath(new URL("../..", import.meta.url));
const skipped = new Set(["node_modules", "dist"]);

/**
 * Reads every TypeScript and JavaScript file of some folders.
 * @param {string[]} folders from the root of the repository
 * @returns {SourceTree}
 */
export function readSourceTree(folders) {
  const tree = new Map();
  for (const folder of folders) collect(folder, tree);
  return tree;
}

/** @returns {SourceTree} the sources of every package, their tests among them */
export function packageSources() {
  const names = readdirSync(join(root, "packages"));
  return readSourceTree(names.map((name) => `packages/${name}/src`));
}

function collect(folder, tree) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) collect(path, tree);
    } else if (/\.(ts|mjs|js)$/.test(entry.name)) {
      tree.set(path, readFileSync(join(root, path), "utf8"));
    }
  }
}

/**
 * Prints what a check found and sets the exit code.
 * @param {string} subject what was looked at, for the line of success
 * @param {string[]} problems
 */
export function reportProblems(subject, problems) {
  for (const problem of problems) console.error(problem);
  console.log(`${subject}: ${problems.length === 0 ? "ok" : `${problems.length} problems`}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
