import { applyTextEdits, type HostNode, readDocument, type TextRange } from "@apigw-vtl/definitions";
import { stringify } from "yaml";
import { readTestFile } from "../case-file/read-test-file.js";
import type { GeneratedCase } from "../generate/generated-cases.js";

/** A test file with one case more. */
export interface AddedCase {
  readonly text: string;
  /** The new case. */
  readonly range: TextRange;
}

/** A test file's text with these cases. */
export function testFileText(cases: readonly GeneratedCase[]): string {
  return stringify({ cases: cases.map(inOrder) }, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** The text of a test file, empty for a new one, with a case behind its others; `undefined` if that cannot be read. */
export function addedCase(path: string, text: string, added: GeneratedCase): AddedCase | undefined {
  if (text.trim() === "") {
    const written = testFileText([added]);
    const { cases } = readTestFile(path, written);
    return cases[0] && { text: written, range: cases[0].range };
  }
  const { root } = readDocument(text, path.endsWith(".json") ? "json" : "yaml");
  const list = root?.kind === "map" ? root.entries.find(({ key }) => key === "cases")?.value : undefined;
  if (list?.kind !== "list") return undefined;
  const { at, newText } = text[list.start] === "[" ? inBrackets(text, list, added) : asBlock(text, list, added);
  const written = applyTextEdits(text, [{ start: at, end: at, newText }]);
  const [before, after] = [readTestFile(path, text), readTestFile(path, written)];
  // What was there stays what it was.
  if (before.problems.length > 0 || after.problems.length > 0) return undefined;
  if (after.cases.length !== before.cases.length + 1) return undefined;
  const last = after.cases.at(-1);
  return last && { text: written, range: last.range };
}

interface Insertion {
  readonly at: number;
  readonly newText: string;
}

type ListNode = Extract<HostNode, { kind: "list" }>;

function inBrackets(text: string, { start, items }: ListNode, added: GeneratedCase): Insertion {
  const json = JSON.stringify(inOrder(added));
  const last = items.at(-1);
  if (last === undefined) return { at: start + 1, newText: json };
  const lineStart = text.lastIndexOf("\n", last.start) + 1;
  const [indent = ""] = /^\s*/.exec(text.slice(lineStart, last.start)) ?? [];
  const isOwnLine = lineStart + indent.length === last.start;
  return { at: last.end, newText: isOwnLine ? `,\n${indent}${json}` : `, ${json}` };
}

function asBlock(text: string, { start, items }: ListNode, added: GeneratedCase): Insertion {
  const indent = " ".repeat(start - text.lastIndexOf("\n", start - 1) - 1);
  const item = stringify([inOrder(added)], { lineWidth: 0, aliasDuplicateObjects: false });
  const lines = item.trimEnd().split("\n");
  // The last case may have a comment or nothing behind it, and its end may be on the next line.
  const end = items.at(-1)?.end ?? start;
  const before = text.slice(0, end).trimEnd().length;
  const lineEnd = text.indexOf("\n", before);
  const at = lineEnd < 0 ? text.length : lineEnd + 1;
  const block = `${lines.map((line) => (line === "" ? line : indent + line)).join("\n")}\n`;
  return { at, newText: lineEnd < 0 ? `\n${block}` : block };
}

const inOrder = ({ name, template, event, expect }: GeneratedCase) => ({
  name,
  ...(template !== undefined && { template }),
  event,
  expect,
});
