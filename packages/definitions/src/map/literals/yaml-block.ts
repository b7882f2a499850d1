import type { Piece } from "../piece.js";
import { PieceBuilder } from "../piece-builder.js";
import { isYamlPrintable } from "./yaml-flow.js";

interface BlockLine {
  /** Offset of the line's first character. */
  readonly start: number;
  /** Offset after the leading spaces. */
  readonly text: number;
  /** Offset after the last character before the break. */
  readonly end: number;
  /** Offset after the break. */
  readonly next: number;
}

interface Block {
  readonly folded: boolean;
  readonly chomp: "" | "-" | "+";
  readonly indent: number;
  readonly lines: readonly BlockLine[];
  /** Lines from here on are the blank tail that `chomp` decides about. */
  readonly tail: number;
}

/** Reads header and lines of a block scalar; `undefined` if `source` is none. */
function readBlock(source: string, parentIndent: number): Block | undefined {
  const header = /^([|>])(?:([1-9])([-+]?)|([-+])([1-9]?))?[ \t]*(?:#[^\n]*)?(\r?\n|$)/.exec(source);
  if (header === null) return undefined;
  const explicit = header[2] ?? header[5] ?? "";
  const chomp = (header[3] ?? "") || (header[4] ?? "");
  const lines = splitLines(source, header[0].length);
  let tail = lines.length;
  while (tail > 0 && isBlank(lines[tail - 1]!)) tail--;
  let indent = parentIndent + Number(explicit || 0);
  if (explicit === "") {
    for (const line of lines.slice(0, tail)) {
      const spaces = line.text - line.start;
      if (!isBlank(line)) {
        indent = spaces;
        break;
      }
      indent = Math.max(indent, spaces);
    }
  }
  indent = Math.max(indent, 0);
  // A text line with less indentation would end the block.
  if (lines.some((line) => !isBlank(line) && line.text - line.start < indent)) return undefined;
  // Blank lines that reach past the indentation are content (YAML 1.2, 8.1.1.2), if any line is.
  for (let index = lines.length - 1; tail > 0 && index >= tail; index--) {
    if (lines[index]!.text - lines[index]!.start > indent) tail = index + 1;
  }
  return { folded: header[1] === ">", chomp: chomp as "" | "-" | "+", indent, lines, tail };
}

function splitLines(source: string, from: number): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let start = from; start < source.length; ) {
    const lineFeed = source.indexOf("\n", start);
    const next = lineFeed < 0 ? source.length : lineFeed + 1;
    let end = lineFeed < 0 ? source.length : lineFeed;
    if (end > start && source[end - 1] === "\r" && lineFeed >= 0) end--;
    let text = start;
    while (text < end && source[text] === " ") text++;
    lines.push({ start, text, end, next });
    start = next;
  }
  return lines;
}

const isBlank = (line: BlockLine): boolean => line.text === line.end;

/** Decodes a literal or folded block scalar from its header on; `undefined` if it is none. */
export function decodeYamlBlock(source: string, base: number, parentIndent: number): Piece[] | undefined {
  const block = readBlock(source, parentIndent);
  if (block === undefined) return undefined;
  const builder = new PieceBuilder(source, base);
  const emitBreak = (at: number, text: string, until: number): void => {
    if (text === "\n" && source[at] === "\n") builder.verbatim(at, at + 1);
    else builder.escape(at, Math.max(until, at), text);
  };
  const content = block.lines.slice(0, block.tail);
  if (block.folded) emitFolded(builder, source, block, content, emitBreak);
  else emitLiteral(builder, block, content, emitBreak);
  emitTail(block, content, emitBreak);
  return builder.finish();
}

type EmitBreak = (at: number, text: string, until: number) => void;

function emitLiteral(builder: PieceBuilder, block: Block, content: readonly BlockLine[], emitBreak: EmitBreak): void {
  content.forEach((line, index) => {
    const previous = content[index - 1];
    if (previous !== undefined) emitBreak(previous.end, "\n", previous.next);
    builder.verbatim(Math.min(line.start + block.indent, line.text), line.end);
  });
}

/** A single break between two lines at the block's indentation is a space; next to a more indented line it stays. */
function emitFolded(
  builder: PieceBuilder,
  source: string,
  block: Block,
  content: readonly BlockLine[],
  emitBreak: EmitBreak,
): void {
  const firstText = Math.max(
    content.findIndex((line) => !isBlank(line)),
    0,
  );
  for (const line of content.slice(0, firstText)) {
    builder.verbatim(Math.min(line.start + block.indent, line.text), line.end);
    emitBreak(line.end, "\n", line.next);
  }
  let separator = "";
  let separatorAt = 0;
  let afterMoreIndented = false;
  for (const line of content.slice(firstText)) {
    const moreIndented = line.text - line.start > block.indent || source[line.text] === "\t";
    if (isBlank(line) && !moreIndented) {
      separator = separator === " " ? "\n" : `${separator}\n`;
      continue;
    }
    if (moreIndented) {
      if (separator === " ") separator = "\n";
      else if (separator !== "" && !afterMoreIndented) separator += "\n";
    }
    const from = Math.min(line.start + block.indent, line.text);
    if (separator !== "") emitBreak(separatorAt, separator, from);
    builder.verbatim(from, line.end);
    separator = moreIndented ? "\n" : " ";
    separatorAt = line.end;
    afterMoreIndented = moreIndented;
  }
}

function emitTail(block: Block, content: readonly BlockLine[], emitBreak: EmitBreak): void {
  const last = content.at(-1);
  if (block.chomp === "-") return;
  // Clip and keep end the text with a line break even where the file ends without one.
  if (last !== undefined) emitBreak(last.end, "\n", last.next);
  if (block.chomp !== "+") return;
  for (const line of block.lines.slice(block.tail)) {
    if (line.next > line.end) emitBreak(line.end, "\n", line.next);
  }
}

/** Spaces before each line of the block scalar `source`; `undefined` if it is none. */
export function yamlBlockIndent(source: string, parentIndent: number): number | undefined {
  return readBlock(source, parentIndent)?.indent;
}

/**
 * Writes `text` as a literal block (`|`), line breaks included, whose lines are indented by `indent`; `undefined` if
 * a block cannot hold it.
 */
export function encodeYamlBlock(text: string, indent: number, parentIndent: number): string | undefined {
  const relative = indent - parentIndent;
  if (!isYamlPrintable(text) || text.trim() === "" || relative < 1) return undefined;
  // Readers differ on whether blanks alone on the last lines are content.
  if (/\n[ \t]+\n*$/.test(text)) return undefined;
  const indicator = /^\n*[ \t]/.test(text) ? (relative <= 9 ? String(relative) : undefined) : "";
  if (indicator === undefined) return undefined;
  const body = text.replace(/\n+$/, "");
  const breaks = text.length - body.length;
  const chomp = breaks === 0 ? "-" : breaks === 1 ? "" : "+";
  const margin = " ".repeat(indent);
  const lines = body.split("\n").map((line) => (line === "" ? "" : margin + line));
  return `|${indicator}${chomp}\n${lines.join("\n")}${"\n".repeat(Math.max(breaks, 1))}`;
}
