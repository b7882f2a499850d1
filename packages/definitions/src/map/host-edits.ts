import { applyTextEdits, type TextEdit } from "../text-edit.js";
import { decodeLiteral, literalPieces } from "./decode-literal.js";
import { encodeInsertion, encodeWhole, type LiteralContent } from "./encode-literal.js";
import type { Literal, LiteralSyntax } from "./literal.js";
import { isSafeYamlPlain, isYamlPrintable } from "./literals/yaml-flow.js";
import type { Piece } from "./piece.js";
import type { EmbeddedText, Segment } from "./segment.js";

/** Edits of the host's text, or why the template's cannot be written there. */
export type EditOutcome =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

/** A template edit cut down to the literal that will hold it. */
interface LiteralEdit extends TextEdit {
  /** The host range to replace; -1 in a literal without text. */
  readonly hostStart: number;
  readonly hostEnd: number;
  /** What replaces it, not yet escaped: `newText` and what stays of escapes that are cut. */
  readonly hostText: string;
}

/**
 * Edits of the host that make the template's text what `edits` (ordered, apart, offsets into it) would make of it.
 * New text is escaped for the literal it goes into; the literal is decoded again to prove it, and rewritten whole if
 * an insertion alone would mean something else. Refused: changes to host expressions and to generated text.
 */
export function toHostEdits(embedded: EmbeddedText, hostText: string, edits: readonly TextEdit[]): EditOutcome {
  const byLiteral = new Map<number, LiteralEdit[]>();
  for (const edit of edits) {
    const trimmed = trimEdit(embedded.text, edit);
    if (trimmed === undefined) continue;
    const placed = placeEdit(embedded, trimmed);
    if (typeof placed === "string") return { ok: false, reason: placed };
    for (const { literal, edit: literalEdit } of placed) {
      const literalEdits = byLiteral.get(literal);
      if (literalEdits === undefined) byLiteral.set(literal, [literalEdit]);
      else literalEdits.push(literalEdit);
    }
  }
  const hostEdits: TextEdit[] = [];
  for (const [index, literalEdits] of byLiteral) {
    const { start } = embedded.literals[index]!;
    if (embedded.literals.some((other, position) => position !== index && other.start === start)) {
      return { ok: false, reason: "the host uses this text in several places of the template" };
    }
    const rewritten = editLiteral(embedded, index, hostText, literalEdits);
    if (rewritten === undefined) {
      return { ok: false, reason: "the literal that holds this part cannot express the new text" };
    }
    hostEdits.push(...rewritten);
  }
  return { ok: true, edits: hostEdits.sort((a, b) => a.start - b.start) };
}

/** Leaves out what an edit does not change; `undefined` if that is everything. Surrogate pairs stay whole. */
function trimEdit(text: string, { start, end, newText }: TextEdit): TextEdit | undefined {
  const most = Math.min(end - start, newText.length);
  let before = 0;
  while (before < most && text[start + before] === newText[before]) before++;
  if (before > 0 && /[\ud800-\udbff]/.test(text[start + before - 1]!)) before--;
  let after = 0;
  while (after < most - before && text[end - after - 1] === newText[newText.length - after - 1]) after++;
  if (after > 0 && /[\udc00-\udfff]/.test(text[end - after]!)) after--;
  const trimmed = newText.slice(before, newText.length - after);
  return start + before === end - after && trimmed === ""
    ? undefined
    : { start: start + before, end: end - after, newText: trimmed };
}

type PlacedEdit = { readonly literal: number; readonly edit: LiteralEdit };

function placeEdit(embedded: EmbeddedText, edit: TextEdit): PlacedEdit[] | string {
  if (edit.start === edit.end) return placeInsertion(embedded, edit);
  const covered = embedded.segments.filter((segment) => segment.start < edit.end && segment.end > edit.start);
  const placed: PlacedEdit[] = [];
  let newText = edit.newText;
  for (const segment of covered) {
    if (segment.kind === "hole") return "the change touches a host expression";
    if (segment.literal < 0) return "the change touches text that the host generates";
    const widened = withinSegment(embedded.text, segment, { ...edit, newText });
    newText = "";
    const last = placed.at(-1);
    if (last?.literal === segment.literal) {
      placed[placed.length - 1] = { literal: last.literal, edit: mergeEdits(last.edit, widened) };
    } else placed.push({ literal: segment.literal, edit: widened });
  }
  return placed;
}

/** The part of `edit` in `segment`; an escape is replaced whole, with what stays of its text written again. */
function withinSegment(text: string, segment: Segment, { newText, ...edit }: TextEdit): LiteralEdit {
  const start = Math.max(edit.start, segment.start);
  const end = Math.min(edit.end, segment.end);
  if (segment.kind === "verbatim") {
    const hostStart = segment.hostStart + start - segment.start;
    return { start, end, newText, hostStart, hostEnd: hostStart + end - start, hostText: newText };
  }
  const hostText = text.slice(segment.start, start) + newText + text.slice(end, segment.end);
  return { start, end, newText, hostStart: segment.hostStart, hostEnd: segment.hostEnd, hostText };
}

function mergeEdits(first: LiteralEdit, second: LiteralEdit): LiteralEdit {
  return {
    ...first,
    end: second.end,
    newText: first.newText + second.newText,
    hostEnd: second.hostEnd,
    hostText: first.hostText + second.hostText,
  };
}

/** Insertions go after an indentation rather than before it, into a literal rather than beside it. */
function placeInsertion({ text, segments, literals }: EmbeddedText, edit: TextEdit): PlacedEdit[] | string {
  const before = segments.findLast((segment) => segment.start < edit.start && segment.end >= edit.start);
  const after = segments.find((segment) => segment.start >= edit.start);
  if (before !== undefined && before.end > edit.start) {
    if (before.kind === "hole") return "the change touches a host expression";
    if (before.literal < 0) return "the change touches text that the host generates";
    return [{ literal: before.literal, edit: withinSegment(text, before, edit) }];
  }
  const atLineStart = text[edit.start - 1] === "\n";
  const preferred = atLineStart ? [after, before] : [before, after];
  for (const segment of preferred.toSorted((a, b) => Number(isHole(a)) - Number(isHole(b)))) {
    if (segment === undefined || segment.literal < 0) continue;
    const host = segment === before ? segment.hostEnd : segment.hostStart;
    const insertion = { ...edit, hostStart: host, hostEnd: host, hostText: edit.newText };
    return [{ literal: segment.literal, edit: insertion }];
  }
  if (segments.length > 0 || literals.length === 0) return "no literal of the host borders on this place";
  return [{ literal: 0, edit: { ...edit, hostStart: -1, hostEnd: -1, hostText: edit.newText } }];
}

const isHole = (segment: Segment | undefined): boolean => segment?.kind === "hole";

function editLiteral(
  embedded: EmbeddedText,
  index: number,
  hostText: string,
  edits: readonly LiteralEdit[],
): TextEdit[] | undefined {
  const literal = embedded.literals[index]!;
  const source = hostText.slice(literal.start, literal.end);
  const expected = expectedContent(embedded, index, hostText, edits);
  if (expected === undefined) return undefined;
  // A block goes up to its last line's end, and what follows starts on a line of its own.
  const fits = (candidate: string): boolean =>
    (literal.syntax.kind !== "yaml-block" || candidate.endsWith("\n") === source.endsWith("\n")) &&
    says(candidate, literal, expected);
  const unescaped = ["yaml-plain", "yaml-single", "yaml-block"].includes(literal.syntax.kind);
  const isLocal = edits.every(
    ({ hostStart, hostText: written }, position) =>
      hostStart >= (edits[position - 1]?.hostEnd ?? 0) && (!unescaped || isYamlPrintable(written)),
  );
  if (isLocal) {
    const local = edits.map(({ hostStart, hostEnd, hostText: written }) => ({
      start: hostStart,
      end: hostEnd,
      newText: encodeInsertion(written, source, literal),
    }));
    if (fits(spliceText(source, literal.start, local))) return local;
  }
  const whole = encodeWhole(expected, source, literal).find(fits);
  return whole === undefined ? undefined : [{ start: literal.start, end: literal.end, newText: whole }];
}

/** `source` begins at `base` of the text that the edits are of. */
function spliceText(source: string, base: number, edits: readonly TextEdit[]): string {
  const within = edits.map(({ start, end, newText }) => ({ start: start - base, end: end - base, newText }));
  return applyTextEdits(source, within);
}

/** What the literal has to say once the edits are made; `undefined` where a host expression in it is the empty text. */
function expectedContent(
  embedded: EmbeddedText,
  index: number,
  hostText: string,
  edits: readonly LiteralEdit[],
): LiteralContent[] | undefined {
  const segments = embedded.segments.filter((segment) => segment.literal === index);
  const sources = holesOf(embedded.literals[index]!, hostText);
  // One without a character has no place in the text, and a literal that is written anew would lose it.
  if (sources.length !== segments.filter(isHole).length) return undefined;
  const content: LiteralContent[] = [];
  let next = 0;
  let deletedUpTo = 0;
  for (const segment of segments) {
    const hole = isHole(segment);
    let at = Math.max(segment.start, deletedUpTo);
    const until = hole ? segment.start + 1 : segment.end;
    for (; next < edits.length && edits[next]!.start < until; next++) {
      const edit = edits[next]!;
      if (!hole) content.push(embedded.text.slice(at, edit.start));
      content.push(edit.newText);
      at = Math.max(at, edit.end);
      deletedUpTo = at;
    }
    content.push(hole ? { source: sources.shift() ?? "" } : embedded.text.slice(at, segment.end));
  }
  content.push(...edits.slice(next).map((edit) => edit.newText));
  return mergeContent(content);
}

/** The host expressions of a literal, as it writes them. */
function holesOf(literal: Literal, hostText: string): string[] {
  const pieces = literalPieces(hostText, literal) ?? [];
  return pieces.flatMap((piece) => (piece.kind === "hole" ? [piece.source] : []));
}

function mergeContent(content: readonly LiteralContent[]): LiteralContent[] {
  const merged: LiteralContent[] = [];
  for (const item of content) {
    const last = merged.at(-1);
    if (item === "") continue;
    if (typeof item === "string" && typeof last === "string") merged[merged.length - 1] = last + item;
    else merged.push(item);
  }
  return merged;
}

const contentOf = (pieces: readonly Piece[]): LiteralContent[] =>
  mergeContent(pieces.map((piece) => (piece.kind === "hole" ? { source: piece.source } : piece.text)));

/** Whether `source` in place of the literal means `expected`. */
function says(source: string, literal: Literal, expected: readonly LiteralContent[]): boolean {
  const syntax = syntaxOf(source, literal.syntax);
  if (syntax.kind === "yaml-plain" && !isSafeYamlPlain(source)) return false;
  // A block without text of its own would take its indentation, and with it its text, from what follows.
  if (syntax.kind === "yaml-block" && !/\n[\s\S]*\S/.test(source)) return false;
  // `$$${` is text to some readers of HCL and an error to others.
  if (syntax.kind.startsWith("hcl-") && /([$%])\1\1\{/.test(source)) return false;
  const trimmed = syntax.kind === "yaml-double" ? source.trimEnd() : source;
  const pieces = decodeLiteral(trimmed, { ...literal, syntax });
  return pieces !== undefined && JSON.stringify(contentOf(pieces)) === JSON.stringify(expected);
}

/** A literal may have been rewritten in another style of its language. */
function syntaxOf(source: string, syntax: LiteralSyntax): LiteralSyntax {
  const first = source[0];
  if (syntax.kind.startsWith("yaml-")) {
    if (first === '"') return { kind: "yaml-double" };
    if (first === "'") return { kind: "yaml-single" };
  }
  return syntax.kind === "hcl-heredoc" && first === '"' ? { kind: "hcl-quoted" } : syntax;
}
