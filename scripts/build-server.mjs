/**
 * Builds the language server, next to its sources:
 *
 *   dist/server.js    the program for Node: `node server.js --stdio`
 *   dist/{index,node,format}.js    its parts for other programs; chunks are what they share
 *   dist/{browser,worker}.js    the same for a worker of a browser: what starts it, and the program
 *   dist/*.wasm       the grammars of source code, read when such a file is met
 */
import { join } from "node:path";
import { build } from "esbuild";

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
    build({
      ...shared,
      entryPoints: [join(source, "browser/main.ts")],
      outfile: join(folder, "worker.js"),
      platform: "browser",
      format: "iife",
    }),
    build({
      ...shared,
      entryPoints: [join(source, "browser.ts")],
      outfile: join(folder, "browser.js"),
      platform: "browser",
    }),
  ]);
  const inBrowsers = ["worker.js", "browser.js"].map((name) => `packages/lsp/dist/${name}`);
  removeStaleScripts(folder, [...Object.keys(metafile.outputs), ...inBrowsers]);
  return folder;
}
