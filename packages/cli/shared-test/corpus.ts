import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CORPUS = fileURLToPath(new URL("../../../../shared/corpus/", import.meta.url));

/** A line of `hosts/index.jsonl`. */
interface CorpusHost {
  readonly file: string;
  readonly repo: string;
  readonly path: string;
}

/** A line of `templates.jsonl`. */
interface CorpusTemplate {
  readonly id: string;
  readonly direction: "request" | "response" | "unknown";
  readonly contentType: string | null;
  readonly template: string;
}

function readLines<Line>(file: string): Line[] {
  const lines = readFileSync(CORPUS + file, "utf8")
    .trim()
    .split("\n");
  return lines.map((line): Line => JSON.parse(line));
}

const templates = readLines<CorpusTemplate>("templates.jsonl");

/** The corpus as a project: every host file where its repository has it, every template as a file of its own. */
export function corpusProject(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const { file, repo, path } of readLines<CorpusHost>("hosts/index.jsonl")) {
    files[`${repo}/${path}`] = readFileSync(`${CORPUS}hosts/${file}`, "utf8");
  }
  for (const { id, template } of templates) files[`templates/${id}.vtl`] = template;
  return files;
}

/** What the corpus knows of each template, as a configuration says it. */
export const overrides = templates.map(({ id, direction, contentType }) => ({
  files: [`templates/${id}.vtl`],
  ...(direction !== "unknown" && { direction }),
  ...(contentType !== null && { contentType }),
}));
