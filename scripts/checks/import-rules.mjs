import { builtinModules } from "node:module";
import { findCycles } from "./import-cycles.mjs";
import { importsOf, resolveRelative } from "./module-imports.mjs";

/** What each package may import of the others: imports point one way, towards the compiler. */
const MAY_IMPORT = {
  // Nobody imports it but tests, which are not looked at.
  "test-support": ["compiler"],
  compiler: [],
  definitions: ["compiler"],
  linter: ["compiler", "definitions"],
  runner: ["compiler", "definitions", "linter"],
  // Of the server it carries the reader of files alone.
  testing: ["compiler", "definitions", "linter", "runner", "lsp"],
  lsp: ["compiler", "definitions", "linter"],
  cli: ["compiler", "definitions", "linter", "runner", "testing", "lsp"],
  "vscode-extension": ["compiler", "definitions", "linter", "runner", "testing", "lsp"],
};

/** Packages that run anywhere JavaScript does; of the runner and the server all but these folders and files. */
const HOST_FREE = new Set(["compiler", "definitions", "linter", "runner", "testing", "lsp"]);
const HOST_PARTS = {
  runner: ["node", "node.ts"],
  testing: ["node"],
  lsp: ["node", "node.ts", "browser", "browser.ts"],
};

/** Modules whose names sound like VS Code's own, but that run anywhere. */
const PROTOCOL_MODULES = new Set([
  "vscode-languageserver-protocol",
  "vscode-languageserver-textdocument",
  "vscode-languageserver-types",
  "vscode-uri",
]);

/** Folders of the compiler, and those that they must not know. */
const COMPILER_LAYERS = {
  // Emitted modules carry the runtime alone.
  runtime: ["syntax", "codegen", "dialect"],
  syntax: ["runtime", "codegen"],
};

const nodeModules = new Set(builtinModules);
const isHostModule = (specifier) =>
  specifier.startsWith("node:") || specifier.startsWith("vscode") || nodeModules.has(specifier.split("/")[0]);

/** Tests may use what the code they test may not. */
const isTest = (path) => path.endsWith(".test.ts") || /\/src\/(?:.*\/)?testing\//.test(path);

/** `packages/compiler/src/syntax/lexer.ts` is in package `compiler`, folder `syntax`. */
function placeOf(path) {
  const [, packageName, , folder] = path.split("/");
  return { packageName, folder };
}

/**
 * Checks the imports of the sources of every package.
 * @param {import("./source-tree.mjs").SourceTree} tree
 * @returns {string[]} one line a problem
 */
export function findImportProblems(tree) {
  const problems = [];
  const graph = new Map();
  for (const [path, text] of tree) {
    if (isTest(path)) continue;
    const imports = importsOf(path, text);
    for (const found of imports) {
      const reason = forbidden(path, found.specifier);
      if (reason) problems.push(`${path}:${found.line}: '${found.specifier}': ${reason}`);
    }
    // Types are gone when the program runs: files may name each other's.
    const runs = imports.filter(({ specifier, typeOnly }) => specifier.startsWith(".") && !typeOnly);
    graph.set(
      path,
      runs.map(({ specifier }) => resolveRelative(path, specifier)),
    );
  }
  for (const cycle of findCycles(graph)) {
    if (new Set(cycle.map(areaOf)).size > 1) problems.push(`cycle: ${[...cycle, cycle[0]].join(" -> ")}`);
  }
  return problems;
}

/**
 * Within one area of a package (a folder of `src`) functions may call each other in turn: a generator of code for
 * expressions that hold strings that hold statements cannot be otherwise. Areas depend one way.
 */
function areaOf(path) {
  return path.split("/").slice(0, 4).join("/");
}

/** Why a file must not import this, if so. */
function forbidden(path, specifier) {
  const { packageName, folder } = placeOf(path);
  if (!Object.hasOwn(MAY_IMPORT, packageName)) return `package ${packageName} is not in MAY_IMPORT`;

  if (specifier.startsWith(".")) {
    const target = placeOf(resolveRelative(path, specifier));
    if (target.packageName !== packageName) return "import another package by its name";
    const hidden = packageName === "compiler" ? (COMPILER_LAYERS[folder] ?? []) : [];
    return hidden.includes(target.folder) ? `${folder}/ must not know ${target.folder}/` : undefined;
  }
  const [, sibling] = specifier.match(/^@apigw-vtl\/([^/]+)/) ?? [];
  if (sibling) {
    return MAY_IMPORT[packageName].includes(sibling) ? undefined : `${packageName} must not know ${sibling}`;
  }
  const isHostPart = HOST_PARTS[packageName]?.includes(folder);
  if (HOST_FREE.has(packageName) && !isHostPart && isHostModule(specifier) && !PROTOCOL_MODULES.has(specifier))
    return `${packageName} must run without Node and VS Code`;
  return undefined;
}
