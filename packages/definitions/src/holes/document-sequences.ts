import { type HclSequence, isHclEscape, readHclSequence } from "../map/literals/hcl-sequence.js";
import type { HostExpression } from "../tree/host-node.js";

/** A document as its parser can take it: of the same length, with everything that stays at its place. */
export interface ParsableText {
  readonly text: string;
  /** Expressions that are whole values, by their offsets, where the text has `null`. */
  readonly expressions: ReadonlyMap<number, HostExpression>;
}

interface Sequence extends HclSequence {
  readonly start: number;
}

/**
 * A YAML or JSON file that `templatefile()` fills in, without what makes it no YAML or JSON: of a directive's arms the
 * first that has something, a loop's body once, expressions for whole values as values.
 */
export function withoutSequences(source: string, format: "yaml" | "json"): ParsableText {
  const characters = [...Array(source.length).keys()].map((at) => source[at] ?? "");
  const fill = (start: number, end: number, filler = ""): void => {
    for (let at = start; at < end; at++) {
      if (!/[\r\n]/.test(characters[at] ?? "")) characters[at] = filler[at - start] ?? " ";
    }
  };
  const { structural, quoted } = sequencesIn(source, format);
  const expressions = new Map<number, HostExpression>();
  for (const { start, end } of quoted) fill(start, end, source.slice(start, end).replaceAll('"', "'"));
  for (const { start, end } of lostArms(source, structural)) fill(start, end);
  for (const { start, end, directive, expression } of structural) {
    if (characters[start] === " ") continue;
    fill(start, end, directive ? "" : "null");
    if (directive) continue;
    expressions.set(start, { kind: "expression", construct: "Terraform expression", source: expression, start, end });
  }
  return { text: characters.join(""), expressions };
}

/** Sequences outside of texts, or of YAML directives on lines of their own, and those of JSON's texts that have quotes. */
function sequencesIn(source: string, format: "yaml" | "json"): Record<"structural" | "quoted", Sequence[]> {
  const structural: Sequence[] = [];
  const quoted: Sequence[] = [];
  let isInText = false;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (isHclEscape(source, at)) at += 2;
    else if (format === "json" && isInText && character === "\\") at++;
    else if (format === "json" && character === '"') isInText = !isInText;
    const sequence = readHclSequence(source, at, source.length);
    if (sequence === undefined) continue;
    const found = { ...sequence, start: at };
    if (isInText) {
      if (source.slice(at, found.end).includes('"')) quoted.push(found);
    } else if (format === "json" || (found.directive && isAlone(source, found))) structural.push(found);
    at = found.end - 1;
  }
  return { structural, quoted };
}

function isAlone(source: string, { start, end }: Sequence): boolean {
  const line = source.slice(source.lastIndexOf("\n", start - 1) + 1, start);
  return line.trim() === "" && /^[ \t]*(?:\r?\n|$)/.test(source.slice(end));
}

/** The arms of conditions that are not the first with something in it. */
function lostArms(source: string, sequences: readonly Sequence[]): { readonly start: number; readonly end: number }[] {
  const lost: { start: number; end: number }[] = [];
  const open: { start: number; otherwise?: Sequence }[] = [];
  for (const sequence of sequences.filter(({ directive }) => directive)) {
    const [keyword] = /^\w+/.exec(sequence.expression) ?? [];
    const innermost = open.at(-1);
    if (keyword === "if") open.push({ start: sequence.end });
    else if (keyword === "else" && innermost !== undefined) innermost.otherwise = sequence;
    else if (keyword === "endif") {
      const { start, otherwise } = open.pop() ?? {};
      if (start === undefined || otherwise === undefined) continue;
      const isEmpty = source.slice(start, otherwise.start).trim() === "";
      if (!isEmpty) lost.push({ start: otherwise.end, end: sequence.start });
    }
  }
  return lost;
}
