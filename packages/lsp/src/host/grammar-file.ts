import type { GrammarName } from "@apigw-vtl/definitions";

/**
 * The names of the files that may hold a grammar, best first; the build puts them beside the program. The extension for
 * VS Code, which has to be small, leaves TypeScript's out: that of TSX reads all of it but casts in angle brackets.
 */
export function grammarFiles(grammar: GrammarName): readonly string[] {
  if (grammar === "runtime") return ["web-tree-sitter.wasm"];
  return grammar === "typescript"
    ? ["tree-sitter-typescript.wasm", "tree-sitter-tsx.wasm"]
    : [`tree-sitter-${grammar}.wasm`];
}
