import { applyTextEdits, type HostNode, readDocument, type TextEdit, type TextRange } from "@apigw-vtl/definitions";
import { jsonOf } from "../case-file/host-json.js";
import type { NewExpectation } from "../run/case-result.js";

/**
 * The text of a file with other values expected: all of the file, or values in a test file. `undefined` if the file cannot say
 * them where they stand, which is proved by reading it again.
 */
export function updatedFile(path: string, text: string, expectations: readonly NewExpectation[]): string | undefined {
  const [whole] = expectations.filter(({ range }) => range === undefined);
  if (whole !== undefined) return wholeText(path, whole);
  const isJson = path.endsWith(".json");
  const edits = expectations
    .flatMap(({ range, value }) => (range === undefined ? [] : [{ range, value }]))
    .sort((one, other) => one.range.start - other.range.start)
    // Rows of a table share what is expected: the first one that differs is written.
    .filter(({ range }, i, all) => i === 0 || range.start !== all[i - 1]?.range.start)
    .map(({ range, value }) => ({ edit: editOf(text, range, value, isJson), value }));
  const updated = applyTextEdits(
    text,
    edits.map(({ edit }) => edit),
  );
  let shift = 0;
  for (const { edit, value } of edits) {
    const node = nodeAt(updated, edit.start + shift, isJson);
    const wanted = value.kind === "text" ? JSON.stringify(value.text) : compact(value.text);
    if (node === undefined || jsonOf(node, updated) !== wanted) return undefined;
    shift += edit.newText.length - (edit.end - edit.start);
  }
  return updated;
}

/** JSON in a file of its own is for people to read. */
function wholeText(path: string, { value }: NewExpectation): string {
  if (value.kind === "text" || /\.ya?ml$/.test(path)) return value.text;
  return `${JSON.stringify(JSON.parse(value.text), null, 2)}\n`;
}

function editOf(text: string, { start, end }: TextRange, value: NewExpectation["value"], isJson: boolean): TextEdit {
  const old = text.slice(start, end);
  // The value of a block ends with its last line.
  const lineEnd = /\r?\n$/.exec(old)?.[0] ?? "";
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const [, indent] = /^((?: |- )*)\w+: +$/.exec(before) ?? [];
  // Between brackets YAML has no blocks.
  const mayBeBlock = !isJson && value.kind === "text" && indent !== undefined;
  const block = mayBeBlock ? blockOf(value.text, `${indent.replaceAll("-", " ")}  `) : undefined;
  const written = value.kind === "json" ? compact(value.text) : (block ?? JSON.stringify(value.text));
  return { start, end, newText: written + lineEnd };
}

/** A block scalar, for texts of several lines that YAML can say so. */
function blockOf(text: string, indent: string): string | undefined {
  if (!text.includes("\n") || /^[ \n]|[\t\r\u0000-\u0008\u007f-\u009f\u2028\u2029\ufeff]|\p{Surrogate}/u.test(text))
    return undefined;
  const ending = text.endsWith("\n\n") ? "+" : text.endsWith("\n") ? "" : "-";
  const lines = text.replace(/\n$/, "").split("\n");
  return `|${ending}\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}`;
}

function compact(json: string): string {
  const { root } = readDocument(json, "json");
  return root === undefined ? json : jsonOf(root, json);
}

function nodeAt(text: string, start: number, isJson: boolean): HostNode | undefined {
  const { root, problems } = readDocument(text, isJson ? "json" : "yaml");
  if (root === undefined || problems.length > 0) return undefined;
  const pending: HostNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.start === start && node !== root) return node;
    if (node.kind === "map") pending.push(...node.entries.map(({ value }) => value));
    if (node.kind === "list") pending.push(...node.items);
  }
  return undefined;
}
