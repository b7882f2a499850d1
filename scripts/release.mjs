#!/usr/bin/env node
/**
 * Makes a release ready: versions of all packages and of what they need of each other, the changelog's heading, a commit and a
 * tag. Publishes nothing: docs/releasing.md says what follows.
 *
 *   node scripts/release.mjs VERSION YYYY-MM-DD [--dry-run]
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { releasedChangelog, releasedManifest } from "./release/released.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [version = "", day = "", ...flags] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  console.error("release: expected a version and a day, such as: node scripts/release.mjs 0.2.0 2026-12-01");
  process.exit(2);
}
const git = (...args) => execFileSync("git", args, { cwd: root, encoding: "utf8" });
if (git("status", "--porcelain") !== "") {
  console.error("release: the checkout has changes; commit them first, or they would be part of the release");
  process.exit(2);
}

const manifests = [
  "package.json",
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}/package.json`),
];
/** @type {Map<string, string>} */
const changes = new Map();
for (const file of manifests) changes.set(file, releasedManifest(readFileSync(join(root, file), "utf8"), version));
changes.set("CHANGELOG.md", releasedChangelog(readFileSync(join(root, "CHANGELOG.md"), "utf8"), version, day));
if (flags.includes("--dry-run")) {
  for (const file of changes.keys()) console.log(`would write ${file}`);
  process.exit(0);
}
for (const [file, text] of changes) writeFileSync(join(root, file), text);
execFileSync("npm", ["install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: root });
git("commit", "-qam", `Release ${version}`);
git("tag", `v${version}`);
console.log(`committed and tagged v${version}`);
