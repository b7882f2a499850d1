import type { GrammarName, TemplateHost } from "@apigw-vtl/definitions";
import type { Io } from "../io/io.js";

/** Reads the grammars that are published with the program. */
export function grammarLoader(io: Io): NonNullable<TemplateHost["loadGrammar"]> {
  return (grammar) => io.readAsset(assetOf(grammar));
}

/** The names that the build publishes them under. */
const assetOf = (grammar: GrammarName): string =>
  grammar === "runtime" ? "web-tree-sitter.wasm" : `tree-sitter-${grammar}.wasm`;
