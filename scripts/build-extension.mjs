/**
 * Builds the VS Code extension, next to its sources:
 *
 *   dist/extension.cjs       what VS Code loads, and all that runs until a template is met
 *   dist/workbench.cjs       the rest of it; in a browser this alone is loaded
 *   dist/server.cjs          the language server, a process of its own or a browser's worker
 *   dist/gateway.cjs         the runner and the tests, which the server loads when one is first wanted, and lends the rest
 *   dist/*.wasm              the grammars of source code, read when such a file is met
 *   dist/preview/            script and style of the preview's page
 *   dist/syntaxes/*.json     the TextMate grammars, written out from `src/grammar`
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { build } from "esbuild";

/** Runs the module that composes the grammars, and writes each as the JSON that VS Code reads. */
async function writeGrammars(root, folder) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["packages/vscode-extension/src/grammar/grammars.ts"],
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
    logLevel: "warning",
  });
  const [{ text }] = outputFiles;
  const { grammars } = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  mkdirSync(folder, { recursive: true });
  for (const { file, grammar } of grammars) writeFileSync(join(folder, file), JSON.stringify(grammar));
}

/** @type {import("esbuild").Plugin} What is loaded later stays a file of its own; esbuild splits ES modules only. */
const workbenchApart = {
  name: "workbench-apart",
  setup({ onResolve }) {
    onResolve({ filter: /\/workbench\.js$/ }, () => ({ path: "./workbench.cjs", external: true }));
  },
};

/**
 * The server's file is a process's program or a worker's, and only the first is a module with a name of its own. What
 * is beside it a worker asks for; but its address is made into others, and nothing can be made of that of a blob.
 */
const URL_OF_SERVER = `var module=typeof module==="object"?module:{exports:{}},vtlUrl=typeof __filename==="string"
?require("node:url").pathToFileURL(__filename).href:self.location.href.replace(/^blob:/,"");`;

/** The programs that have most in common, read once. */
async function buildPrograms(options, source) {
  const entry = (name) => join(source, `${name}.ts`);
  /** @type {import("esbuild").BuildOptions & {write: false}} */
  const programs = {
    ...options,
    entryPoints: ["extension", "workbench", "server"].map(entry),
    plugins: [workbenchApart, ...(options.plugins ?? [])],
    define: { "import.meta.url": "vtlUrl" },
    write: false,
  };
  const { outputFiles } = await build(programs);
  for (const { path, text } of outputFiles) {
    writeFileSync(path, basename(path) === "server.cjs" ? `${URL_OF_SERVER}\n${text}` : text);
  }
}

/**
 * Makes of the modules that the server lends, `src/gateway/lent.ts`, ones with the names that it lends of each: esbuild refuses an
 * import of any other.
 * @param {import("esbuild").BuildOptions} options
 * @param {string} source
 * @returns {Promise<import("esbuild").Plugin>}
 */
async function lentModules(options, source) {
  const { outputFiles } = await build({ ...options, entryPoints: [join(source, "gateway/lent.ts")], write: false });
  const module = { exports: {} };
  const text = outputFiles?.[0]?.text;
  new Function("module", "exports", "require", `${text}`)(module, module.exports, createRequire(import.meta.url));
  const { lent } = /** @type {{lent: Record<string, object>}} */ (module.exports);
  return {
    name: "lent-modules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./]/ }, ({ path, namespace }) => {
        if (!Object.hasOwn(lent, path)) return undefined;
        return namespace === "lent" ? { path, external: true } : { path, namespace: "lent" };
      });
      onLoad({ filter: /./, namespace: "lent" }, ({ path }) => ({
        contents: `export { ${Object.keys(lent[path] ?? {}).join(", ")} } from ${JSON.stringify(path)};`,
      }));
    },
  };
}

/** @param {{root: string, common: import("esbuild").BuildOptions, sourceOf: (name: string) => string}} settings */
export async function buildExtension({ root, common, sourceOf }) {
  const folder = join(root, "packages/vscode-extension/dist");
  const source = join(root, "packages/vscode-extension/src");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "preview"), { recursive: true });
  // Its build for Node requires Node's modules when it is loaded, and does the same.
  const yaml = join(root, "node_modules/yaml/browser/index.js");
  const testingCore = join(root, "packages/testing/src/core.ts");
  /** @type {import("esbuild").BuildOptions} */
  const inVsCode = {
    ...common,
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    platform: "node",
    mainFields: ["module", "main"],
    // What runs on Node and in browsers alike loads the half that it needs; this finds both halves.
    conditions: ["browser", "module"],
    external: ["vscode"],
    alias: {
      yaml,
      "@apigw-vtl/compiler": join(root, "packages/compiler/src/core.ts"),
      "@apigw-vtl/definitions": sourceOf("definitions"),
      "@apigw-vtl/linter": sourceOf("linter"),
      "@apigw-vtl/runner": sourceOf("runner"),
      "@apigw-vtl/testing/core": testingCore,
      "@apigw-vtl/lsp/node": join(root, "packages/lsp/src/node.ts"),
      "@apigw-vtl/lsp/browser": join(root, "packages/lsp/src/browser.ts"),
      "@apigw-vtl/lsp": sourceOf("lsp"),
    },
  };
  await Promise.all([
    writeGrammars(root, join(folder, "syntaxes")),
    buildPrograms(inVsCode, source),
    build({
      ...inVsCode,
      entryPoints: { gateway: join(source, "gateway/program.ts") },
      alias: { "@apigw-vtl/runner": sourceOf("runner"), "@apigw-vtl/testing/core": testingCore },
      plugins: [await lentModules(inVsCode, source), ...(common.plugins ?? [])],
    }),
    build({
      ...common,
      platform: "browser",
      format: "iife",
      entryPoints: [join(source, "preview/webview/main.ts"), join(source, "preview/webview/preview.css")],
      entryNames: "preview",
      outdir: join(folder, "preview"),
      alias: {
        "@apigw-vtl/runner/page.css": join(root, "packages/runner/src/page/result.css"),
        "@apigw-vtl/runner/page": join(root, "packages/runner/src/page.ts"),
      },
    }),
  ]);
  return folder;
}
