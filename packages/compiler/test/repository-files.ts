import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DialectName, TemplateEvent } from "@apigw-vtl/compiler";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** An event of a template in `fixtures/templates`, with what the reference engine made of it. */
export interface Rendering {
  readonly name: string;
  readonly template: string;
  readonly event: TemplateEvent;
  readonly output: string;
  readonly overrides: unknown;
}

export function readRenderings(): Rendering[] {
  // One file beside the folders says what API they belong to.
  const fixtures = readdirSync(`${root}fixtures/templates`).filter((name) => !name.includes("."));
  return fixtures.flatMap((fixture) => {
    const folder = `${root}fixtures/templates/${fixture}/`;
    const template = readFileSync(`${folder}template.vtl`, "utf8");
    const suffixes = readdirSync(folder).flatMap((file) => /^event(|-\d+)\.json$/.exec(file)?.[1] ?? []);
    return suffixes.map((suffix) => {
      const overrides = `${folder}overrides${suffix}.json`;
      return {
        name: fixture + suffix,
        template,
        event: JSON.parse(readFileSync(`${folder}event${suffix}.json`, "utf8")),
        output: readFileSync(`${folder}expected${suffix}.out`, "utf8"),
        overrides: existsSync(overrides) ? JSON.parse(readFileSync(overrides, "utf8")) : {},
      };
    });
  });
}

/** A line of `fixtures/conformance`. */
export interface ConformanceCase extends TemplateEvent {
  readonly id: string;
  readonly template: string;
  readonly dialect: DialectName;
  readonly expected: { readonly output: string } | { readonly error: true };
}

export function readConformanceCases(): { group: string; cases: ConformanceCase[] }[] {
  const folder = `${root}fixtures/conformance/`;
  return readdirSync(folder).map((file) => ({
    group: file.replace(/\.jsonl$/, ""),
    cases: readFileSync(folder + file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)),
  }));
}

/** An example of a documentation page; `output` is undefined where rendering must fail. */
export interface DocumentedExample {
  readonly line: number;
  readonly dialect: DialectName;
  readonly template: string;
  readonly event: TemplateEvent;
  readonly output: string | undefined;
}

/** The examples of a page, in the form that `scripts/check-doc-examples.mjs` explains. */
export function readExamples(page: string): DocumentedExample[] {
  const markdown = readFileSync(root + page, "utf8");
  const examples: DocumentedExample[] = [];
  const example =
    /^```vtl example(?: (\w+))?\n([\s\S]*?)\n```\n(?:```json event\n([\s\S]*?)\n```\n)?```text (output|error)\n([\s\S]*?)\n```$/gm;
  for (const [whole, dialect, template = "", event = "{}", kind, text] of markdown.matchAll(example)) {
    examples.push({
      line: markdown.slice(0, markdown.indexOf(whole)).split("\n").length,
      dialect: dialect === "velocity" ? "velocity" : "apigateway",
      template,
      event: JSON.parse(event),
      output: kind === "output" ? text : undefined,
    });
  }
  const opened = markdown.match(/^```vtl example/gm)?.length ?? 0;
  if (examples.length !== opened) throw new Error(`${page}: ${opened} examples begin, ${examples.length} are complete`);
  return examples;
}
