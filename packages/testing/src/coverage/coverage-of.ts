import { LineIndex } from "@apigw-vtl/compiler";
import type { Place } from "../run/case-result.js";
import type { TestedTemplate } from "../run/tested-template.js";
import type { FileCoverage } from "./coverage.js";
import { templateCoverage } from "./template-coverage.js";

/**
 * What was reached of the templates that tests are for, by the files that they stand in. Templates that no case has rendered
 * count too; those that the service refuses do not, since nothing of them can run.
 */
export function coverageOf(
  templates: readonly TestedTemplate[],
  textOf: (file: string) => string,
): readonly FileCoverage[] {
  const files = new Map<string, FileCoverage>();
  for (const template of templates) {
    const { file } = template.found;
    const counted = template.counted;
    if (counted === undefined) continue;
    const lines = new LineIndex(textOf(file));
    const found = templateCoverage(counted, lines);
    files.set(file, merged(files.get(file) ?? { file, lines: new Map(), branches: [], references: [] }, found));
  }
  return [...files.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** Several tests may be about one template: what they reach adds up. */
function merged(file: FileCoverage, more: Omit<FileCoverage, "file">): FileCoverage {
  const lines = new Map(file.lines);
  for (const [line, hits] of more.lines) lines.set(line, (lines.get(line) ?? 0) + hits);
  return {
    file: file.file,
    lines: new Map([...lines].sort(([one], [other]) => one - other)),
    branches: addUp([...file.branches, ...more.branches], (one, other) => ({
      ...one,
      ways: one.ways.map((way, i) => ({ ...way, hits: way.hits + (other.ways[i]?.hits ?? 0) })),
    })),
    references: addUp([...file.references, ...more.references], (one, other) => ({
      ...one,
      present: one.present + other.present,
      missing: one.missing + other.missing,
    })),
  };
}

/** What is of one kind and in one place becomes one, in the order of the file. */
function addUp<Part extends Place & { readonly kind?: string }>(
  parts: readonly Part[],
  add: (one: Part, other: Part) => Part,
): Part[] {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const { kind = "", file, range } = part;
    const key = `${kind} ${range.start} ${range.end} ${file}`;
    const known = found.get(key);
    found.set(key, known === undefined ? part : add(known, part));
  }
  return [...found.values()].sort((one, other) => one.range.start - other.range.start);
}
