import type { GrammarName } from "@apigw-vtl/templates";

/** The name of a grammar's file; the build puts them beside the program. */
export function grammarFile(grammar: GrammarName): string {
  return grammar === "runtime" ? "web-tree-sitter.wasm" : `tree-sitter-${grammar}.wasm`;
}
