import { readLines, readShared } from "./shared-folder.js";

/** A file of somebody's repository, with its text. */
export interface CorpusHost {
  /** Where it lies in the corpus's `hosts/`. */
  readonly file: string;
  readonly repo: string;
  /** Where its repository has it. */
  readonly path: string;
  readonly kind: "openapi" | "cfn" | "sam" | "serverless" | "terraform" | "vtl-file";
  readonly text: string;
  /** Of files that are one template without being called so: a configuration or another file names them. */
  readonly format?: "template";
}

/** A line of `templates.jsonl`. */
export interface CorpusTemplate {
  readonly id: string;
  readonly repo: string;
  readonly path: string;
  /** `framework`: a piece that a program puts together with others. */
  readonly tier: "app" | "docs" | "framework";
  readonly template: string;
  readonly direction: "request" | "response" | "unknown";
  readonly contentType?: string | null;
  /** `AWS:dynamodb`, `dynamodb`, `MOCK`. */
  readonly integration?: string | null;
}

/** Every host file of the corpus. */
export function corpusHosts(): readonly CorpusHost[] {
  return readLines<Omit<CorpusHost, "text" | "format">>("corpus/hosts/index.jsonl").map((host) => {
    const isNamed = host.kind === "vtl-file" || (host.kind === "terraform" && host.path.endsWith(".json"));
    const text = readShared(`corpus/hosts/${host.file}`);
    return { ...host, text, ...(isNamed && { format: "template" }) };
  });
}

/** Every template of the corpus, by itself. */
export function corpusTemplates(): readonly CorpusTemplate[] {
  return readLines("corpus/templates.jsonl");
}

/** The ranges that hosts fill in; the corpus writes `PLACEHOLDER1` there. */
export function placeholdersOf(template: string): readonly { readonly start: number; readonly end: number }[] {
  return [...template.matchAll(/PLACEHOLDER\d+/g)].map(({ index, 0: text }) => ({
    start: index,
    end: index + text.length,
  }));
}
