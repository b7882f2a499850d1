import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { FoundTemplate, GrammarName, HostFile, TemplateHost } from "../src/index.js";

const require = createRequire(import.meta.url);
const CORPUS = fileURLToPath(new URL("../../../../shared/corpus/", import.meta.url));

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

/** A line of `hosts/index.jsonl`. */
export interface CorpusHost {
  readonly file: string;
  readonly repo: string;
  readonly path: string;
  readonly kind: string;
}

/** A line of `templates.jsonl`. */
export interface CorpusTemplate {
  readonly id: string;
  readonly repo: string;
  readonly path: string;
  readonly kind: string;
  readonly direction: string;
  readonly contentType: string | null;
  readonly template: string;
}

const readLines = <Line>(file: string): Line[] =>
  readFileSync(CORPUS + file, "utf8")
    .trim()
    .split("\n")
    .map((line): Line => JSON.parse(line));

export const hosts = readLines<CorpusHost>("hosts/index.jsonl");
export const templates = readLines<CorpusTemplate>("templates.jsonl");

/** The host as a file to search. Template files without the extension of one are named by config or by reference. */
export function hostFile(host: CorpusHost): HostFile {
  const text = readFileSync(`${CORPUS}hosts/${host.file}`, "utf8");
  const referred = host.kind === "vtl-file" || (host.kind === "terraform" && host.path.endsWith(".json"));
  return referred ? { path: host.path, text, format: "template" } : { path: host.path, text };
}

/** A template's text with every hole alike. */
export function withoutHoles({ text, holes }: Pick<FoundTemplate, "text" | "holes">): string {
  let result = "";
  let at = 0;
  for (const hole of holes) {
    result += `${text.slice(at, hole.start)}\0`;
    at = hole.end;
  }
  return result + text.slice(at);
}

/** The corpus's text with every placeholder alike. */
export const expectedText = (template: CorpusTemplate): string => template.template.replace(/PLACEHOLDER\d+/g, "\0");
