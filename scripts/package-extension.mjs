#!/usr/bin/env node
/**
 * Packs the built VS Code extension as a `.vsix`, and makes sure that it stays small.
 *
 *   node scripts/package-extension.mjs [FILE]     default: packages/vscode-extension/apigw-vtl-vscode-VERSION.vsix
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Most of it are the language server and the grammars of source code. 120,000 are the names of characters, which the
 * preview needs for `$character.getName(…)` to print what the service does. A change adds some 3,000 to the server at times; a
 * library that comes in by accident adds more than what is free here.
 */
const LARGEST = 1_200_000;
const folder = fileURLToPath(new URL("../packages/vscode-extension/", import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const file = resolve(process.argv[2] ?? join(folder, `${name}-${version}.vsix`));

if (!existsSync(join(folder, "dist/extension.cjs"))) {
  console.error("package-extension: the extension is not built; run `npm run build` first");
  process.exit(2);
}
// What only releases need is installed apart, see CONTRIBUTING.md.
const release = createRequire(new URL("../release/package.json", import.meta.url));
let vsce;
try {
  vsce = release("@vscode/vsce");
} catch {
  console.error("package-extension: vsce is not installed; run `npm ci --prefix release` first");
  process.exit(2);
}
// Everything that it needs is in its bundles.
await vsce.createVSIX({ cwd: folder, packagePath: file, dependencies: false });
const { size } = statSync(file);
if (size >= LARGEST) {
  console.error(`package-extension: ${file} has ${size} bytes, which is more than ${LARGEST}`);
  process.exitCode = 1;
}
