import type { Piece } from "../piece.js";
import { PieceBuilder } from "../piece-builder.js";
import { type HclSequence, isHclEscape, readHclSequence } from "./hcl-sequence.js";

interface HeredocFrame {
  readonly flush: boolean;
  /** Offset of the body's first character. */
  readonly body: number;
  /** Offset of the closing marker's line. */
  readonly end: number;
}

function readFrame(source: string): HeredocFrame | undefined {
  const opening = /^<<(-?)([^\s<>]+)[ \t]*\r?\n/.exec(source);
  if (opening === null) return undefined;
  const body = opening[0].length;
  const lastBreak = source.lastIndexOf("\n", source.trimEnd().length);
  if (source.slice(lastBreak + 1).trim() !== opening[2]) return undefined;
  return { flush: opening[1] === "-", body, end: lastBreak + 1 };
}

/** One line's stretch of literal text, or a sequence between two. */
interface HeredocToken {
  start: number;
  end: number;
  readonly sequence?: HclSequence;
}

function tokenize(source: string, { body, end }: HeredocFrame): HeredocToken[] | undefined {
  const tokens: HeredocToken[] = [];
  let start = body;
  const flush = (to: number): void => {
    if (to > start) tokens.push({ start, end: to });
    start = to;
  };
  for (let at = body; at < end; ) {
    if (isHclEscape(source, at)) {
      at += 3;
    } else if ((source[at] === "$" || source[at] === "%") && source[at + 1] === "{") {
      const sequence = readHclSequence(source, at, end);
      if (sequence === undefined) return undefined;
      flush(at);
      tokens.push({ start: at, end: sequence.end, sequence });
      at = sequence.end;
      start = at;
    } else {
      at++;
      if (source[at - 1] === "\n") flush(at);
    }
  }
  flush(end);
  return tokens;
}

/** Decodes a heredoc from `<<` to its closing marker; `undefined` if it is not one. */
export function decodeHclHeredoc(source: string, base: number): Piece[] | undefined {
  const frame = readFrame(source);
  const tokens = frame && tokenize(source, frame);
  if (frame === undefined || tokens === undefined) return undefined;
  trimAroundSequences(source, tokens);
  if (frame.flush) dropMargin(source, tokens);
  const builder = new PieceBuilder(source, base);
  for (const { start, end, sequence } of tokens) {
    if (sequence !== undefined) {
      const construct = sequence.directive ? "Terraform directive" : "Terraform expression";
      builder.hole(start, end, construct, sequence.expression);
      continue;
    }
    for (let at = start; at < end; ) {
      builder.verbatim(at, at + 1);
      at += 1;
      if (!isHclEscape(source, at - 1)) continue;
      builder.verbatim(at + 1, at + 2);
      at += 2;
    }
  }
  return builder.finish();
}

/** `${~` and `~}` take the whitespace of the one literal token next to them, as hclsyntax does. */
function trimAroundSequences(source: string, tokens: HeredocToken[]): void {
  tokens.forEach(({ sequence }, index) => {
    if (sequence === undefined) return;
    const before = tokens[index - 1];
    if (sequence.trimsBefore && before !== undefined && before.sequence === undefined) {
      while (before.end > before.start && /\s/.test(source[before.end - 1]!)) before.end--;
    }
    const after = tokens[index + 1];
    if (sequence.trimsAfter && after !== undefined && after.sequence === undefined) {
      while (after.start < after.end && /\s/.test(source[after.start]!)) after.start++;
    }
  });
}

/**
 * `<<-` drops the smallest indentation from every line. hclsyntax leaves blank lines out, both of the measure and of
 * the dropping, and counts a line that starts with a sequence as not indented.
 */
function dropMargin(source: string, tokens: HeredocToken[]): void {
  let margin = Number.POSITIVE_INFINITY;
  const indented: HeredocToken[] = [];
  let lineStart = true;
  for (const token of tokens) {
    if (lineStart) {
      const text = source.slice(token.start, token.end);
      if (token.sequence !== undefined) margin = 0;
      else if (text.trim() !== "" || !text.endsWith("\n")) {
        margin = Math.min(margin, text.length - text.trimStart().length);
        indented.push(token);
      }
    }
    lineStart = token.sequence === undefined && source[token.end - 1] === "\n";
  }
  if (margin === Number.POSITIVE_INFINITY) return;
  for (const token of indented) token.start += margin;
}

/** The whitespace that `<<-` drops before each line; empty for `<<`. */
export function heredocMargin(source: string): string {
  const frame = readFrame(source);
  const tokens = frame && tokenize(source, frame);
  if (!frame?.flush || tokens === undefined) return "";
  const lines = source
    .slice(frame.body, frame.end)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const margins = lines.map((line) => line.slice(0, line.length - line.trimStart().length));
  return margins.reduce((least, margin) => (margin.length < least.length ? margin : least), margins[0] ?? "");
}
