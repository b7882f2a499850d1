import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { GrammarName, TemplateHost } from "../src/index.js";

const require = createRequire(import.meta.url);

const GRAMMARS: Readonly<Record<GrammarName, string>> = {
  runtime: "web-tree-sitter/web-tree-sitter.wasm",
  hcl: "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm",
  typescript: "tree-sitter-typescript/tree-sitter-typescript.wasm",
  tsx: "tree-sitter-typescript/tree-sitter-tsx.wasm",
  python: "tree-sitter-python/tree-sitter-python.wasm",
};

/** Grammars from node_modules, no other files. */
export const grammarHost: TemplateHost = {
  loadGrammar: async (grammar) => readFileSync(require.resolve(GRAMMARS[grammar])),
};

/** Grammars, and the given files by path. */
export function hostWithFiles(files: Readonly<Record<string, string>>): TemplateHost {
  return { ...grammarHost, readFile: async (path) => (Object.hasOwn(files, path) ? files[path] : undefined) };
}
