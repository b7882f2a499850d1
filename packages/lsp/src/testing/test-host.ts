import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { GrammarName } from "@apigw-vtl/templates";
import type { LspHost } from "../host/lsp-host.js";
import { nodeHost } from "../node/node-host.js";

const require = createRequire(new URL("../../../templates/package.json", import.meta.url));

const GRAMMARS: Readonly<Record<GrammarName, string>> = {
  runtime: "web-tree-sitter/web-tree-sitter.wasm",
  hcl: "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm",
  typescript: "tree-sitter-typescript/tree-sitter-typescript.wasm",
  tsx: "tree-sitter-typescript/tree-sitter-tsx.wasm",
  python: "tree-sitter-python/tree-sitter-python.wasm",
};

/** This machine, with the grammars from node_modules: nothing has to be built. */
export const testHost: LspHost = {
  ...nodeHost(new URL("./", import.meta.url)),
  loadGrammar: (grammar) => readFile(require.resolve(GRAMMARS[grammar])),
};
