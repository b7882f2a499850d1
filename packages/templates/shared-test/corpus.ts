import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FoundTemplate, HostFile, TextEdit } from "../src/index.js";

const CORPUS = fileURLToPath(new URL("../../../../shared/corpus/", import.meta.url));

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

/** Makes edits, which are in order and apart. */
export function applyTo(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .reverse()
    .reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);
}
