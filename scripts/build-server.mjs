/**
 * Builds the language server, next to its sources:
 *
 *   dist/server.js    the program for Node: `node server.js --stdio`
 *   dist/{index,node,format}.js    its parts for other programs; chunks are what they share
 *   dist/{browser,worker}.js    the same for a worker of a browser: what starts it, and the program
 *   dist/*.wasm       the grammars of source code, read when such a file is met
 */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build, transform } from "esbuild";

/** What starts the server in a browser, a module, and the program, a script of its own. */
async function buildForBrowsers(options) {
  /** @type {import("esbuild").BuildOptions & {write: false}} */
  const modules = { ...options, platform: "browser", write: false };
  const { outputFiles } = await build(modules);
  for (const { path, text } of outputFiles) {
    const isProgram = basename(path) === "worker.js";
    const script = isProgram ? (await transform(text, { format: "iife", minify: true })).code : text;
    await writeFile(path, script);
  }
}

/**
 * @param {{root: string, common: import("esbuild").BuildOptions, requireBanner: { js: string },
 *   sourceOf: (name: string) => string,
 *   removeStaleScripts: (folder: string, outputs: readonly string[]) => void}} settings
 */
export async function buildServer({ root, common, requireBanner, sourceOf, removeStaleScripts }) {
  const source = join(root, "packages/lsp/src");
  const folder = join(root, "packages/lsp/dist");
  const shared = {
    ...common,
    mainFields: ["module", "main"],
    alias: {
      "@apigw-vtl/compiler": join(root, "packages/compiler/src/core.ts"),
      "@apigw-vtl/definitions": sourceOf("definitions"),
      "@apigw-vtl/linter": sourceOf("linter"),
    },
  };
  await mkdir(folder, { recursive: true });
  const [{ metafile }] = await Promise.all([
    build({
      ...shared,
      entryPoints: {
        server: join(source, "node/main.ts"),
        index: join(source, "index.ts"),
        node: join(source, "node.ts"),
        format: join(source, "format.ts"),
        "node-files": join(source, "node-files.ts"),
      },
      outdir: folder,
      platform: "node",
      splitting: true,
      metafile: true,
      banner: requireBanner,
    }),
    buildForBrowsers({
      ...shared,
      entryPoints: { worker: join(source, "browser/main.ts"), browser: join(source, "browser.ts") },
      outdir: folder,
    }),
  ]);
  const inBrowsers = ["worker.js", "browser.js"].map((name) => `packages/lsp/dist/${name}`);
  removeStaleScripts(folder, [...Object.keys(metafile.outputs), ...inBrowsers]);
  return folder;
}
