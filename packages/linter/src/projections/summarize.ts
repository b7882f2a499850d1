import type { Machine } from "../prover/interpreter/machine.js";
import type { State } from "../prover/interpreter/state.js";
import { base64Chars, breaksJsonString, overlaps } from "../prover/text/char-set.js";
import { jsonTypes, minLength, type Piece, type Pieces } from "../prover/text/piece.js";
import { type Alternative, isSelfContained, type Value } from "../prover/values/value.js";
import { keptIn } from "../remembered.js";
import { kindSet } from "./kind-sets.js";
import { originOf } from "./origin.js";
import { joinSummaries, type Kind, type Origin, type TextNature, type ValueSummary, worseNature } from "./summary.js";

/** By type: an input mostly has one of its own. */
const summaries = new WeakMap<Value, { readonly key: string; readonly summary: ValueSummary }>();

/** What rules ask of a value: what it may be, who wrote its text, and which part of the input it is. */
export function summarize(machine: Machine, value: Value, state: State): ValueSummary {
  const [only] = value;
  if (only?.kind !== "symbol" || value.length > 1) return summarizeOnce(machine, value, state);
  // What is learned about an input is said of the same symbol with another value.
  const type = machine.read(only.symbol, state);
  const { key } = only.symbol;
  let known = summaries.get(type);
  if (known?.key !== key) {
    known = { key, summary: { ...summarizeAll(machine, type, state), origin: originOf(only.symbol) } };
    summaries.set(type, known);
  }
  return known.summary;
}

const summariesOfValues = new WeakMap<Value, ValueSummary>();

function summarizeOnce(machine: Machine, value: Value, state: State): ValueSummary {
  const make = () => summarizeAll(machine, value, state);
  // Where a whole JSON text comes from, each template tells by itself.
  return isSelfContained(value) && !value.some(isWholeJson) ? keptIn(summariesOfValues, value, make) : make();
}

const isWholeJson = (one: Alternative): boolean =>
  one.kind === "text" && one.pieces.some(({ kind }) => kind === "json");

const nothing: ValueSummary = { kinds: kindSet([]), nature: "constant", origin: undefined, made: false };

/** @param within the collections whose members these are: one that holds itself adds nothing to what the others tell */
function summarizeAll(machine: Machine, value: Value, state: State, within: readonly number[] = []): ValueSummary {
  let summary: ValueSummary | undefined;
  for (const one of value) {
    const more = summarizeOne(machine, one, state, within);
    summary = summary ? joinSummaries(summary, more) : more;
  }
  return summary ?? nothing;
}

function summarizeOne(machine: Machine, one: Alternative, state: State, within: readonly number[]): ValueSummary {
  switch (one.kind) {
    case "symbol":
      return summarize(machine, [one], state);
    case "text":
      return {
        kinds: kindsOfText(one.pieces),
        nature: natureOfText(one.pieces),
        origin: originOfText(machine, one.pieces),
        made: false,
      };
    case "number":
      return someNumber;
    case "boolean":
      return someBoolean;
    case "null":
      return empty;
    case "map":
    case "list":
      return summaryOf([one.kind], one.symbol.root === "context" ? "constant" : "caller", originOf(one.symbol));
    case "parameters":
      return summaryOf(["map"], "caller", { root: "params", path: [] });
    case "made": {
      const members = within.includes(one.site) ? [] : machine.heap.any(one.site);
      const { nature } = summarizeAll(machine, members, state, [...within, one.site]);
      return { kinds: kindSet([one.type]), nature, origin: undefined, made: true };
    }
    case "view": {
      const { nature } = summarizeOne(machine, one.map, state, within);
      return { kinds: kindSet(["range"]), nature, origin: undefined, made: true };
    }
    case "entry":
      return summaryOf(["object"], summarizeAll(machine, one.member, state, within).nature);
    case "items": {
      const { nature } = summarizeAll(machine, one.item, state, within);
      return { kinds: kindSet(["range"]), nature, origin: undefined, made: true };
    }
    case "block":
      return someBlock;
    case "root":
      return someObject;
    case "unknown":
      return anything;
  }
}

function summaryOf(kinds: readonly Kind[], nature: TextNature, origin?: Origin): ValueSummary {
  return { kinds: kindSet(kinds), nature, origin, made: false };
}

const empty = summaryOf(["empty"], "constant");
const someNumber = summaryOf(["number"], "constant");
const someBoolean = summaryOf(["boolean"], "constant");
const someBlock = summaryOf(["empty", "string"], "constant");
const someObject = summaryOf(["object"], "constant");
const anything = summaryOf(["empty", "string", "number", "boolean", "map", "list"], "caller");
const string = kindSet(["string"]);

function kindsOfText(pieces: Pieces): ReadonlySet<Kind> {
  if (pieces.length === 0) return empty.kinds;
  const [only] = pieces;
  // A text that was tested for a number is as good as one.
  if (pieces.length === 1 && only?.kind === "json" && only.types === jsonTypes.number) return someNumber.kinds;
  return pieces.some((piece) => minLength(piece) > 0) ? string : someBlock.kinds;
}

/** By what JSON makes of the text, as the document's sink does. */
function natureOfText(pieces: Pieces): TextNature {
  let nature: TextNature = "constant";
  for (const piece of pieces) nature = worseNature(nature, natureOfPiece(piece));
  return nature;
}

const plainJson = jsonTypes.number | jsonTypes.boolean | jsonTypes.null;

function isPlainJson({ types }: Extract<Piece, { kind: "json" }>): boolean {
  return (types & ~plainJson) === 0;
}

function natureOfPiece(piece: Piece): TextNature {
  switch (piece.kind) {
    case "constant":
    case "host":
      return "constant";
    case "characters":
      if (overlaps(piece.set, breaksJsonString)) return "caller";
      return piece.set === base64Chars ? "base64" : "service";
    case "json":
      if (piece.isRequest) return "caller";
      return isPlainJson(piece) ? "service" : "json";
    case "escaped":
      return piece.apostrophe ? "javascript-escaped" : "json-escaped";
    case "url-encoded":
      return "url-encoded";
  }
}

/** `$input.body`, or what `$input.json` gives; of another text only the characters come from where its origins say. */
function originOfText(machine: Machine, pieces: Pieces): Origin | undefined {
  const [piece] = pieces;
  if (pieces.length !== 1 || piece?.kind !== "json") return undefined;
  const [key] = piece.origins;
  const symbol = key === undefined || piece.origins.length > 1 ? undefined : machine.notes.symbol(key);
  const origin = symbol && originOf(symbol);
  return origin?.root === "body" ? { root: "input-text", path: origin.path } : undefined;
}
