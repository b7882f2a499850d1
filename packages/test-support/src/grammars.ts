import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

/** The package that needs the grammars has them installed. */
const require = createRequire(new URL("../../definitions/package.json", import.meta.url));

const GRAMMARS = {
  runtime: "web-tree-sitter/web-tree-sitter.wasm",
  hcl: "@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm",
  typescript: "@vscode/tree-sitter-wasm/wasm/tree-sitter-typescript.wasm",
  tsx: "@vscode/tree-sitter-wasm/wasm/tree-sitter-tsx.wasm",
  python: "@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm",
};

export type GrammarFileName = keyof typeof GRAMMARS;

/** A grammar as the finder wants it, from node_modules: nothing has to be built. */
export function loadGrammar(grammar: GrammarFileName): Promise<Uint8Array> {
  return readFile(require.resolve(GRAMMARS[grammar]));
}
