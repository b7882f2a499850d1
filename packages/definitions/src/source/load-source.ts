import { resolvePath } from "../file-path.js";
import type { FileText, RefusedFile } from "../reader/file-access.js";
import type { HostNode } from "../tree/host-node.js";
import { type DefinitionFile, type ParsedFile, parseFile } from "./parse-file.js";
import { splitReference } from "./references.js";
import type { SourceDocument } from "./source-document.js";

/** More than the largest APIs have, one file for each of their methods and models. */
const MOST_FILES = 2000;

export type ReadFile = (path: string) => Promise<FileText>;

export type ParseFile = (file: DefinitionFile) => ParsedFile;

/** Files by path; what is not read with the reason, `undefined` for one that is not there. */
export type LoadedFiles = Map<string, ParsedFile | RefusedFile | undefined>;

/** A file, if it was read. */
export function parsedIn(
  files: ReadonlyMap<string, ParsedFile | RefusedFile | undefined>,
  path: string,
): ParsedFile | undefined {
  const file = files.get(path);
  return file !== undefined && "document" in file ? file : undefined;
}

/** Loads the files that a document refers to, and those that they refer to. */
export async function loadReferences(
  document: SourceDocument,
  readFile: ReadFile | undefined,
  files: LoadedFiles,
  parse?: ParseFile,
): Promise<void> {
  await loadFiles(pathsIn(document), readFile, files, parse);
}

/** Loads files and those that they refer to; tells whether there was a new one. */
export async function loadFiles(
  paths: readonly string[],
  readFile: ReadFile | undefined,
  files: LoadedFiles,
  parse: ParseFile = parseFile,
): Promise<boolean> {
  const before = files.size;
  let found = false;
  const pending = [...paths];
  for (let path = pending.shift(); path !== undefined; path = pending.shift()) {
    if (files.has(path) || files.size - before >= MOST_FILES) continue;
    const text = await readFile?.(path);
    if (typeof text !== "string") {
      files.set(path, text);
      continue;
    }
    const file = parse({ path, text });
    files.set(path, file);
    found = true;
    if (file.isReadable) pending.push(...pathsIn(file.document));
  }
  return found;
}

const pathsIn = ({ file, root }: SourceDocument): string[] =>
  referencesIn(root).map((reference) => resolvePath(file, reference));

/** Paths that a tree names as parts of its own definition: those of buckets and URLs are none. */
function referencesIn(root: HostNode): string[] {
  const found: string[] = [];
  const visited = new Set<HostNode>();
  const pending: HostNode[] = [root];
  const add = (text: string): void => {
    if (text !== "" && !/^[a-z][a-z0-9+.-]+:|\$\{/i.test(text)) found.push(text);
  };
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (visited.has(node)) continue;
    visited.add(node);
    if (node.kind === "list") pending.push(...node.items);
    else if (node.kind === "map") {
      for (const { key, value } of node.entries) {
        const text = value.kind === "scalar" && typeof value.value === "string" ? value.value : "";
        if (key === "Location" || key === "DefinitionUri") add(text);
        if (key === "$ref") add(splitReference(text).path);
        pending.push(value);
      }
    } else if (node.kind === "choice") pending.push(...node.branches.map((branch) => branch.node));
    else if (node.kind === "json") pending.push(node.value);
    else if (node.kind === "file") found.push(node.path);
    else if (node.kind === "scalar" && typeof node.value === "string" && node.value.includes("${")) {
      for (const [, path = ""] of node.value.matchAll(/\bfile\(([^(){}]+)\)/g)) add(path.trim());
    }
  }
  return found;
}
