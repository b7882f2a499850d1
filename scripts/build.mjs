#!/usr/bin/env node
/**
 * Builds what the packages publish, next to their sources:
 *
 *   packages/compiler/dist/index.js   one file for any JavaScript engine, nothing left to import
 *   packages/cli/dist/vtl.js          the program, in chunks that are loaded when a command needs them
 *
 * Chevrotain is bundled because importing it from node_modules takes 340 ms and more, minified 18 ms.
 * Type declarations come from `npm run typecheck`.
 */
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { runtimeSourceForEsbuild } from "./runtime-source.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const compilerSource = join(root, "packages/compiler/src/index.ts");

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  plugins: [runtimeSourceForEsbuild()],
};

/** Chunks have their content's hash in their name: those of an earlier build would pile up and be published. */
function removeStaleScripts(folder, outputs) {
  const current = new Set(Object.keys(outputs).map((file) => join(root, file)));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (name.endsWith(".js") && !current.has(file)) rmSync(file);
  }
}

async function buildCompiler() {
  // `neutral` makes an import of a Node module an error, and knows no main fields of its own.
  await build({
    ...common,
    entryPoints: [compilerSource],
    outfile: join(root, "packages/compiler/dist/index.js"),
    platform: "neutral",
    mainFields: ["module", "main"],
  });
}

async function buildCli() {
  const folder = join(root, "packages/cli/dist");
  const { metafile } = await build({
    ...common,
    entryPoints: { vtl: join(root, "packages/cli/src/main.ts") },
    outdir: folder,
    platform: "node",
    splitting: true,
    // A command that does not emit modules must not load the runtime's text.
    alias: {
      "@apigw-vtl/compiler/emit-module": join(root, "packages/compiler/src/emit-module.ts"),
      "@apigw-vtl/compiler": join(root, "packages/compiler/src/core.ts"),
    },
    // CommonJS dependencies (commander, yaml) require Node's modules, and an ES module has no `require`.
    banner: {
      js: 'import{createRequire as vtlCreateRequire}from"node:module";const require=vtlCreateRequire(import.meta.url);',
    },
    metafile: true,
  });
  removeStaleScripts(folder, metafile.outputs);
}

await Promise.all([buildCompiler(), buildCli()]).catch((error) => {
  // esbuild has printed its own errors.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
});
