import {
  type GatewayResponseVariable,
  gatewayResponseParts,
  isJson,
  type Range,
  type TemplateEvent,
} from "@apigw-vtl/compiler";
import type { ProverAssumptions } from "../assumptions.js";
import type { ProofOutcome } from "../proof-result.js";
import { findJsonError } from "../sinks/json-automaton.js";
import { JsonSink } from "../sinks/json-sink.js";
import { type Refusal, writeAll } from "../sinks/sink.js";
import { constant, type Piece } from "../text/piece.js";
import { type Draft, type EventDraft, RawBody, toEvent } from "../witness/draft.js";
import { textsOfVariable } from "./variable-texts.js";

export interface GatewayResponseSubject {
  readonly source: string;
  readonly contentType: string | undefined;
  readonly responseType: string;
  /** Parts of the text that the host fills in. */
  readonly holes: readonly Range[];
  readonly assumptions: ProverAssumptions;
}

/** A part of the text with what it may print. */
interface PrintedPart {
  readonly range: Range;
  readonly variable: GatewayResponseVariable | undefined;
  readonly piece: Piece | undefined;
  /** What it prints, a plain text first. */
  readonly samples: readonly string[];
}

/** Decides whether the text of a gateway response, in which variables are replaced and nothing else, is always JSON. */
export function proveGatewayResponse(subject: GatewayResponseSubject): ProofOutcome {
  const { source, contentType } = subject;
  if (!/^\s*[[{]/.test(source) && !/\bjson\b/i.test(contentType ?? "")) {
    return { status: "not-applicable", reason: "the gateway response is not meant to be JSON" };
  }
  const parts = printedParts(subject);
  const refused: { readonly part: PrintedPart; readonly refusal: Refusal }[] = [];
  const hostValues: Range[] = [];
  let sink = writeAll(new JsonSink((start, end) => hostValues.push({ start, end })), [], { refused: () => undefined });
  for (const part of parts) {
    if (part.piece === undefined || sink === undefined) continue;
    sink = writeAll(sink, [part.piece], { refused: (refusal) => refused.push({ part, refusal }) });
  }
  const end = { start: source.length, end: source.length };
  const last = sink?.end();
  if (last) refused.push({ part: { range: end, variable: undefined, piece: undefined, samples: [""] }, refusal: last });
  const [first] = refused;
  if (first === undefined && hostValues.length === 0) return { status: "proved", output: "json", failingCalls: [] };
  const [hostValue] = hostValues;
  if (hostValue) {
    const reason = "what the host fills in stands outside of JSON quotes";
    return { status: "undecided", output: "json", reason, range: hostValue };
  }
  return (
    findWitness(
      parts,
      refused.map(({ part, refusal }) => ({ range: part.range, reason: refusal.reason })),
    ) ?? {
      status: "undecided",
      output: "json",
      reason: `no request was found for: ${first!.refusal.reason}`,
      range: first!.part.range,
    }
  );
}

function printedParts({ source, responseType, holes, assumptions }: GatewayResponseSubject): readonly PrintedPart[] {
  let at = 0;
  return gatewayResponseParts(source).flatMap((part): readonly PrintedPart[] => {
    if (typeof part !== "string") {
      at = part.range.end;
      return [{ range: part.range, variable: part, ...textsOfVariable(part, responseType, assumptions) }];
    }
    const start = at;
    at += part.length;
    return piecesOfText(source, { start, end: at }, holes);
  });
}

/** A text with what the host fills in as parts of their own. */
function piecesOfText(source: string, { start, end }: Range, holes: readonly Range[]): readonly PrintedPart[] {
  const parts: PrintedPart[] = [];
  const add = (from: number, to: number, piece: Piece) => {
    if (from === to) return;
    parts.push({ range: { start: from, end: to }, variable: undefined, piece, samples: [source.slice(from, to)] });
  };
  let at = start;
  for (const hole of holes.filter((one) => one.start >= start && one.end <= end)) {
    add(at, hole.start, constant(source.slice(at, hole.start)));
    add(hole.start, hole.end, { kind: "host", ...hole });
    at = hole.end;
  }
  add(at, end, constant(source.slice(at, end)));
  return parts;
}

/** Everything plain, then each variable with each of its texts. */
function findWitness(
  parts: readonly PrintedPart[],
  problems: readonly { readonly range: Range; readonly reason: string }[],
): ProofOutcome | undefined {
  const plain = parts.map(({ samples }) => samples[0]!);
  const tries = [plain, ...parts.flatMap((part, i) => part.samples.slice(1).map((text) => plain.with(i, text)))];
  for (const texts of tries) {
    const output = texts.join("");
    if (isJson(output)) continue;
    const outputOffset = findJsonError(output) ?? output.length;
    const { range, reason } = culpritAt(parts, texts, outputOffset, problems);
    const witness = { event: eventOf(parts, texts), output, outputOffset, range };
    return { status: "broken", output: "json", effect: "invalid", reason, witness };
  }
  return undefined;
}

/** The last problem that was printed before the output went wrong; a quote in a text is noticed only later. */
function culpritAt(
  parts: readonly PrintedPart[],
  texts: readonly string[],
  offset: number,
  problems: readonly { readonly range: Range; readonly reason: string }[],
) {
  let start = 0;
  const printed = parts.filter((_, i) => {
    const isBefore = start <= offset;
    start += texts[i]!.length;
    return isBefore;
  });
  const ends = problems.filter(({ range }) => printed.some((part) => part.range.start === range.start));
  return ends.at(-1) ?? problems.at(-1)!;
}

/** The event that has the texts, in the form of `vtl render --event`. */
function eventOf(parts: readonly PrintedPart[], texts: readonly string[]): TemplateEvent {
  const event: EventDraft = new Map();
  for (const [i, { variable }] of parts.entries()) {
    const text = texts[i]!;
    if (variable !== undefined && text !== "") addText(event, variable, text);
  }
  return toEvent(event);
}

function addText(event: EventDraft, { root, name }: GatewayResponseVariable, text: string): void {
  if (root !== "method.request") putAt(event, [root, ...name.split(".")], text);
  else if (name === "body") event.set("body", new RawBody(text));
  else {
    const [part = "", ...rest] = name.split(".");
    putAt(event, [part === "header" ? "headers" : part, rest.join(".")], text);
  }
}

function putAt(target: Map<string, Draft>, [name = "", ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) {
    target.set(name, text);
    return;
  }
  const own = target.get(name);
  const inner = own instanceof Map ? own : new Map<string, Draft>();
  target.set(name, inner);
  putAt(inner, rest, text);
}
