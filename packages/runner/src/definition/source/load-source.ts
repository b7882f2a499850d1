import { formatOf, type HostNode, interpolationsOf, readDocument, resolvePath } from "@apigw-vtl/templates";
import type { Evaluation } from "./evaluation.js";
import type { SourceDocument } from "./source-document.js";

/** A file, as the user or another file names it; paths use `/`. */
export interface DefinitionFile {
  readonly path: string;
  readonly text: string;
}

const MOST_FILES = 200;

/** Parses a YAML or JSON file; what is wrong with it is reported. `undefined` if nothing of it can be read. */
export function parseDocument({ path, text }: DefinitionFile, evaluation: Evaluation): SourceDocument | undefined {
  const format = formatOf(path, text) ?? (/^\s*[{[]/.test(text) ? "json" : "yaml");
  const { root, problems } = readDocument(text, format === "json" ? "json" : "yaml");
  const interpolations = interpolationsOf(text).filter((kind) => kind === "serverless");
  const document = { file: path, text, root: root ?? { kind: "scalar" as const, value: null, start: 0, end: 0 } };
  for (const { message, start, end } of problems) {
    const at = { document: { ...document, interpolations }, range: { start, end } };
    evaluation.problems.report("definition-syntax", at, { message });
  }
  return root === undefined ? undefined : { ...document, root, interpolations };
}

/** Loads the files that a document refers to, and those that they refer to, into `evaluation.files`. */
export async function loadReferences(
  first: SourceDocument,
  readFile: ((path: string) => Promise<string | undefined>) | undefined,
  evaluation: Evaluation,
): Promise<void> {
  const pending = [first];
  for (let document = pending.shift(); document !== undefined; document = pending.shift()) {
    for (const reference of referencesIn(document.root)) {
      const path = resolvePath(document.file, reference);
      if (evaluation.files.has(path) || evaluation.files.size >= MOST_FILES) continue;
      const text = await readFile?.(path);
      const loaded = text === undefined ? undefined : parseDocument({ path, text }, evaluation);
      if (loaded === undefined) continue;
      evaluation.files.set(path, loaded);
      pending.push(loaded);
    }
  }
}

/** Paths that a tree names as a definition of its own: those of buckets and URLs are none. */
function referencesIn(root: HostNode): string[] {
  const found: string[] = [];
  const visited = new Set<HostNode>();
  const pending: HostNode[] = [root];
  const add = (node: HostNode): void => {
    const text = node.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
    if (text !== undefined && !/^[a-z][a-z0-9+.-]+:|\$\{/i.test(text)) found.push(text);
  };
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (visited.has(node)) continue;
    visited.add(node);
    if (node.kind === "list") pending.push(...node.items);
    else if (node.kind === "map") {
      for (const { key, value } of node.entries) {
        if (key === "Location" || key === "DefinitionUri") add(value);
        pending.push(value);
      }
    } else if (node.kind === "choice") pending.push(...node.branches.map((branch) => branch.node));
    else if (node.kind === "json") pending.push(node.value);
    else if (node.kind === "file") found.push(node.path);
    else if (node.kind === "scalar" && typeof node.value === "string") {
      const path = /^\s*\$\{file\(([^(){}]+)\)/.exec(node.value)?.[1];
      if (path !== undefined) found.push(path.trim());
    }
  }
  return found;
}
