import { formatOf } from "../host-format.js";
import { interpolationsOf, readDocument } from "../hosts/read-document.js";
import type { HostDocument } from "../tree/host-document.js";
import { rereadYaml } from "../tree/reread-yaml.js";
import { type SourceDocument, textDocument } from "./source-document.js";

/** A file, as the user or another file names it; paths use `/`. */
export interface DefinitionFile {
  readonly path: string;
  readonly text: string;
}

/** A file with what is wrong with it. */
export interface ParsedFile extends Pick<HostDocument, "problems" | "isRepaired"> {
  /** Of `null` if nothing can be read. */
  readonly document: SourceDocument;
  readonly isReadable: boolean;
}

/**
 * Parses a YAML or JSON file; one with a template is its text. Never throws.
 * @param earlier the same file with another text: while somebody types in a template the rest of it is as it was
 */
export function parseFile({ path, text }: DefinitionFile, earlier?: ParsedFile): ParsedFile {
  const format = formatOf(path, text) ?? (/^\s*[{[]/.test(text) ? "json" : "yaml");
  if (format === "template") return { document: textDocument(path, text), isReadable: true, problems: [] };
  const known = earlier && rereadYaml({ ...earlier, ...earlier.document }, earlier.document.text, text);
  const { root, others, problems, isRepaired } = known ?? readDocument(text, format === "json" ? "json" : "yaml");
  const interpolations = interpolationsOf(text).filter((kind) => kind === "serverless");
  const nothing = { kind: "scalar" as const, value: null, start: 0, end: 0 };
  return {
    document: { file: path, text, root: root ?? nothing, ...(others && { others }), interpolations },
    isReadable: root !== undefined,
    problems,
    ...(isRepaired && { isRepaired }),
  };
}
