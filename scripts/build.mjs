#!/usr/bin/env node
/**
 * Builds what the packages publish, next to their sources:
 *
 *   packages/compiler/dist/index.js    one file for any JavaScript engine, nothing left to import
 *   packages/definitions/dist/index.js likewise, but for the compiler and the parser that reads source code
 *   packages/linter/dist/index.js      likewise, but for the compiler
 *   packages/runner/dist/              the runner: index.js for any engine, node.js and its threads for Node
 *   packages/testing/dist/             what tests import, and core.js for tools
 *   packages/lsp/dist/                 the language server, see build-server.mjs
 *   packages/cli/dist/start.cjs        what the program starts with
 *   packages/cli/dist/program-*.cjs    the program as far as it renders, and commands-*.cjs the rest, see program-packs.mjs
 *   packages/cli/dist/lint-worker.cjs  what its threads start with
 *   packages/cli/dist/*-worker.mjs     the threads that functions and the local DynamoDB run in
 *   packages/cli/dist/*.wasm           the grammars of source code, read when such a file is met
 *   packages/vscode-extension/dist     the extension, see build-extension.mjs
 *   packages/cli/dist/rules/*.md       the pages of the linter's rules; codes/ and lint-codes/: those of other codes
 *   packages/cli/dist/page/            the page of `vtl serve`
 *   packages/cli/dist/vtl.1            the manual page
 *
 *   packages/NAME/dist/cjs/            the libraries as CommonJS
 *   packages/NAME/dist/THIRD-PARTY-NOTICES.txt  the licences of what the bundles carry
 *
 * Chevrotain is bundled because importing it from node_modules takes 340 ms and more, minified 18 ms.
 * Type declarations come from `npm run typecheck`, and into a tarball by `prepack.mjs`.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildForBothModuleSystems } from "./both-module-systems.mjs";
import { buildExtension } from "./build-extension.mjs";
import { buildServer } from "./build-server.mjs";
import { buildPage } from "./page-bundle.mjs";
import { writePacks } from "./program-packs.mjs";
import { runtimeForEsbuild } from "./runtime-bundle.mjs";
import { ThirdPartyNotices } from "./third-party-notices.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const sourceOf = (name) => join(root, `packages/${name}/src/index.ts`);

const notices = new ThirdPartyNotices(root);

/** What the finder's `loadGrammar` is asked for; the names of the files are those that the command line reads. */
const grammars = [
  "web-tree-sitter/web-tree-sitter.wasm",
  "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm",
  "@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm",
  "@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm",
  "@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm",
];

/** Of the two grammars that read TypeScript one is enough, and the larger one reads more; see `grammarFiles`. */
const grammarsForAll = grammars.filter((file) => !file.endsWith("typescript.wasm"));

/** @type {import("esbuild").Plugin} A build of before would hide that a fresh clone, which has none, cannot be built. */
const sourcesAlone = {
  name: "sources-alone",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]packages[\\/][a-z-]+[\\/]dist[\\/]/ }, ({ path }) => ({
      errors: [{ text: `${relative(root, path)} is what a build left: its package lacks an alias here` }],
    }));
  },
};

const plugins = [sourcesAlone, runtimeForEsbuild(), notices.plugin];

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  plugins,
};

/** CommonJS dependencies (commander, yaml, aws4, the protocol of language servers) require Node's modules, and an ES module has no `require`. */
const REQUIRE =
  'import{createRequire as vtlCreateRequire}from"node:module";const require=vtlCreateRequire(import.meta.url);';
const requireBanner = { js: REQUIRE };

/** Chunks have their content's hash in their name: those of an earlier build would pile up and be published. */
function removeStaleScripts(folder, outputs) {
  const current = new Set(outputs.map((file) => join(root, file)));
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (/\.(?:js|cjs|cache)$/.test(name) && !current.has(file)) rmSync(file);
  }
}

/** Bundles a package that runs in any engine; `external` modules stay its dependencies. */
async function buildLibrary(name, external = []) {
  const folder = join(root, `packages/${name}/dist`);
  // `neutral` makes an import of a Node module an error, and knows no main fields of its own.
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    ...common,
    entryPoints: [sourceOf(name)],
    platform: "neutral",
    mainFields: ["module", "main"],
    external,
  };
  // The compiler has text of CommonJS modules in it, which checks of packages (publint) take for the bundle's own; a line
  // that begins with an export says what it is.
  await buildForBothModuleSystems(folder, options, { footer: "export {};\n" });
}

/** The runner for any engine, and what of it needs Node, with the threads that it starts. */
async function buildRunner() {
  const folder = join(root, "packages/runner/dist");
  const siblings = ["@apigw-vtl/compiler", "@apigw-vtl/definitions"];
  const options = {
    ...common,
    mainFields: ["module", "main"],
    external: [...siblings, "ajv", "ajv-draft-04", "dynalite"],
  };
  const node = join(root, "packages/runner/src/node.ts");
  await buildForBothModuleSystems(folder, { ...options, entryPoints: [sourceOf("runner")], platform: "neutral" });
  await buildForBothModuleSystems(folder, { ...options, entryPoints: [node], platform: "node" }, { header: REQUIRE });
  // What other pages show results with.
  const page = { "page.js": "page.ts", "page.css": "page/result.css" };
  for (const [file, source] of Object.entries(page)) {
    const entry = join(root, "packages/runner/src", source);
    await build({ ...options, entryPoints: [entry], outfile: join(folder, file), platform: "browser" });
  }
  for (const beside of [folder, join(folder, "cjs")]) copyThreads(beside);
}

/** What tests import. The other packages stay packages, so that an error is of the class that a test imports from them. */
async function buildTesting() {
  const folder = join(root, "packages/testing/dist");
  const entry = (name) => join(root, `packages/testing/src/${name}.ts`);
  const siblings = ["compiler", "definitions", "linter", "runner"].map((name) => `@apigw-vtl/${name}`);
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    ...common,
    mainFields: ["module", "main"],
    platform: "node",
    alias: { "@apigw-vtl/lsp/node-files": join(root, "packages/lsp/src/node-files.ts") },
    external: [...siblings, "ajv", "ajv/*", "ajv-draft-04"],
  };
  const entryPoints = ["index", "core", "vitest"].map(entry);
  await buildForBothModuleSystems(folder, { ...options, entryPoints }, { header: REQUIRE });
  copyGrammars(folder, grammarsForAll);
}

/** The schema of `vtl.config.json`. */
function copySchema(folder) {
  copyFileSync(join(root, "packages/linter/config.schema.json"), join(folder, "config.schema.json"));
}

/** Beside the program, so that installing it brings no package that compiles grammars with node-gyp. */
function copyGrammars(folder, copied = grammars) {
  const require = createRequire(join(root, "packages/definitions/package.json"));
  mkdirSync(folder, { recursive: true });
  for (const file of copied) {
    const path = require.resolve(file);
    copyFileSync(path, join(folder, basename(file)));
    notices.add(relative(root, folder), [relative(root, path)]);
  }
}

/** The threads of the runner, which are started from files beside the program. */
function copyThreads(folder) {
  const backends = join(root, "packages/runner/src/node/backends");
  for (const name of readdirSync(backends).filter((each) => each.endsWith("-worker.mjs"))) {
    copyFileSync(join(backends, name), join(folder, name));
  }
}

/** What `vtl lint --explain RULE` prints, as `RULE.md`. */
function copyRulePages(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const rules = join(root, "packages/linter/src/rules");
  for (const { name } of readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    copyFileSync(join(rules, name, "README.md"), join(folder, `${name}.md`));
  }
}

/** The pages of codes that no rule has, for `--explain` too. */
function copyPages(from, to) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) copyFileSync(join(from, name), join(to, name));
}

/** @type {import("esbuild").Plugin} commander starts programs for subcommands that are files of their own, of which `vtl` has none, and loads Node's sockets for it. */
const noProcesses = {
  name: "no-processes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer) ? { path: "none", namespace: "no-processes" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "no-processes" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** What the command that people run again and again loads. */
const first = ["main", "commands/render/define-render", "commands/render/render"];

async function buildCli() {
  const folder = join(root, "packages/cli/dist");
  const program = await build({
    ...common,
    entryPoints: {
      vtl: join(root, "packages/cli/src/main.ts"),
      "lint-worker": join(root, "packages/cli/src/lint-worker.ts"),
    },
    outdir: folder,
    platform: "node",
    // The CommonJS build of jsonc-parser finds its own parts in a way that a bundler cannot follow.
    mainFields: ["module", "main"],
    splitting: true,
    alias: {
      "@apigw-vtl/compiler/emit-module": join(root, "packages/compiler/src/emit-module.ts"),
      "@apigw-vtl/compiler": join(root, "packages/compiler/src/core.ts"),
      "@apigw-vtl/definitions/files": join(root, "packages/definitions/src/files.ts"),
      "@apigw-vtl/definitions": sourceOf("definitions"),
      "@apigw-vtl/linter": sourceOf("linter"),
      "@apigw-vtl/runner/node": join(root, "packages/runner/src/node.ts"),
      "@apigw-vtl/runner": sourceOf("runner"),
      "@apigw-vtl/testing/core": join(root, "packages/testing/src/core.ts"),
      "@apigw-vtl/lsp/node": join(root, "packages/lsp/src/node.ts"),
      "@apigw-vtl/lsp/node-files": join(root, "packages/lsp/src/node-files.ts"),
      "@apigw-vtl/lsp/format": join(root, "packages/lsp/src/format.ts"),
      // Its ES module makes a `require` of its own, which nothing can be lowered to.
      "web-tree-sitter": createRequire(sourceOf("definitions")).resolve("web-tree-sitter"),
    },
    plugins: [...plugins, noProcesses],
    metafile: true,
    write: false,
  });
  const packs = await writePacks(program, { folder, first: first.map((name) => `packages/cli/src/${name}.ts`) });
  const entryPoints = { start: "start", "lint-worker": "start-lint-worker" };
  const { metafile } = await build({
    ...common,
    entryPoints: Object.fromEntries(
      Object.entries(entryPoints).map(([name, source]) => [name, join(root, `packages/cli/src/${source}.ts`)]),
    ),
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    platform: "node",
    format: "cjs",
    define: { PROGRAM_PACKS: JSON.stringify(packs) },
    metafile: true,
  });
  removeStaleScripts(folder, [...Object.keys(metafile.outputs), ...packs.map((file) => `packages/cli/dist/${file}`)]);
  copyGrammars(folder);
  copyThreads(folder);
  copyRulePages(join(folder, "rules"));
  await buildPage(join(folder, "page"));
  copySchema(folder);
  copyFileSync(join(root, "packages/runner/src/stub/stub-file.schema.json"), join(folder, "stub-file.schema.json"));
  copyFileSync(join(root, "packages/testing/test-file.schema.json"), join(folder, "test-file.schema.json"));
  writeFileSync(join(folder, "vtl.1"), execFileSync(process.execPath, [join(folder, "../bin/vtl.js"), "man"]));
  for (const pages of ["codes", "lint-codes"]) copyPages(join(root, "docs", pages), join(folder, pages));
}

await Promise.all([
  buildLibrary("compiler"),
  buildLibrary("definitions", ["@apigw-vtl/compiler", "web-tree-sitter"]),
  buildLibrary("linter", ["@apigw-vtl/compiler", "@apigw-vtl/definitions"]),
  buildRunner(),
  buildTesting(),
  buildCli(),
  buildServer({ root, common, requireBanner, sourceOf, removeStaleScripts }).then((folder) => copyGrammars(folder)),
  buildExtension({ root, common, sourceOf }).then((folder) => {
    copyGrammars(folder, grammarsForAll);
    copySchema(folder);
  }),
])
  .then(() => notices.write())
  .catch((error) => {
    // esbuild has printed its own errors.
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  });
