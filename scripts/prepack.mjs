#!/usr/bin/env node
/**
 * Makes what a package's tarball needs beside its bundles; npm runs it in the folder of the package (`prepack`):
 *
 *   LICENSE                 the licence of the repository
 *   dist/types              type declarations, for ES modules
 *   dist/cjs/types          the same, for CommonJS: the `package.json` of `dist/cjs` says what they are
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = process.cwd();
const { exports } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

copyFileSync(join(root, "LICENSE"), join(folder, "LICENSE"));
if (exports !== undefined) {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  // What runs in browsers has a project of its own.
  const projects = [folder, join(folder, "src/page")].filter((one) => existsSync(join(one, "tsconfig.json")));
  const { status } = spawnSync(process.execPath, [compiler, "-b", ...projects], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  const commonJs = join(folder, "dist/cjs");
  if (existsSync(commonJs)) {
    rmSync(join(commonJs, "types"), { recursive: true, force: true });
    cpSync(join(folder, "dist/types"), join(commonJs, "types"), { recursive: true });
  }
}
