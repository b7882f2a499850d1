import type { Problem } from "../interpreter/machine.js";
import { type CharSet, charsOf, isSubset } from "../text/char-set.js";
import { constantText } from "../text/piece.js";
import type { InputSymbol } from "../values/input-symbol.js";
import type { Alternative, Value } from "../values/value.js";
import { type Draft, type DraftPath, type EventDraft, JsonText, pathsOf, replaced, valueAt } from "./draft.js";

/** The event with its inputs as they are on the way to a problem. */
export function followPath(draft: EventDraft, problem: Problem, symbols: ReadonlyMap<string, InputSymbol>): EventDraft {
  let result = draft;
  for (const [key, value] of problem.way) {
    const symbol = symbols.get(key);
    if (symbol === undefined) continue;
    for (const path of placesOf(result, symbol)) {
      const present = valueAt(result, path);
      const wanted = sampleOf(value, present);
      if (wanted !== present) result = replaced(result, path, wanted);
    }
  }
  return result;
}

/** Where the event holds an input: more than once if it is an element or a member of any name. */
export function placesOf(draft: EventDraft, symbol: InputSymbol): readonly DraftPath[] {
  if (symbol.root === "parameter") {
    const [step] = symbol.steps;
    if (step?.kind !== "member") return textPaths(draft, ["querystring"]);
    const found = ["path", "querystring", "headers"]
      .map((part) => [part, step.name])
      .filter((path) => valueAt(draft, path) !== undefined);
    return found.length > 0 ? found : [["querystring", step.name]];
  }
  let paths: DraftPath[] = [[symbol.root === "header" ? "headers" : symbol.root]];
  for (const step of symbol.steps) {
    switch (step.kind) {
      case "member":
        paths = paths.map((path) => [...path, step.name]);
        break;
      case "index":
        paths = paths.map((path) => [...path, step.index]);
        break;
      case "parsed":
      case "json-path":
        break;
      default:
        paths = paths.flatMap((path) => childrenOf(draft, path));
    }
  }
  return paths.filter((path) => canHold(draft, path)).slice(0, 8);
}

function textPaths(draft: EventDraft, path: DraftPath): readonly DraftPath[] {
  return pathsOf(valueAt(draft, path) ?? null).map((rest) => [...path, ...rest]);
}

function childrenOf(draft: EventDraft, path: DraftPath): DraftPath[] {
  const value = valueAt(draft, path);
  const inner = value instanceof JsonText ? value.value : value;
  if (Array.isArray(inner)) return inner.map((_, i) => [...path, i]);
  return inner instanceof Map ? [...inner.keys()].map((name) => [...path, name]) : [];
}

function canHold(draft: EventDraft, path: DraftPath): boolean {
  if (path.length <= 2) return true;
  const parent = valueAt(draft, path.slice(0, -1));
  return parent !== undefined && parent !== null && typeof parent === "object";
}

/** A value of those that an input is known to have, what is there already if it is one of them. */
function sampleOf(value: Value, present: Draft | undefined): Draft | undefined {
  if (value.some((one) => admits(one, present))) return present;
  const [first] = value;
  if (first === undefined) return present;
  switch (first.kind) {
    case "text":
      return textSample(first);
    case "number":
      return Number.isFinite(first.min) ? first.min : 1;
    case "boolean":
      return first.value ?? true;
    case "map":
      return first.empty === false ? new Map([["k", "a"]]) : new Map();
    case "list":
      return first.empty === false ? ["a"] : [];
    default:
      return present;
  }
}

function admits(one: Alternative, draft: Draft | undefined): boolean {
  switch (one.kind) {
    case "text": {
      const known = constantText(one.pieces);
      if (known !== undefined) return draft === known || (known === "" && (draft === undefined || draft === null));
      return (
        typeof draft === "string" &&
        (one.pieces[0]?.kind !== "json" || /^\d+$/.test(draft)) &&
        one.pieces.every((piece) => piece.kind !== "characters" || fits(draft, piece.set, piece.min))
      );
    }
    case "number":
      return typeof draft === "number" && draft >= one.min && draft <= one.max;
    case "boolean":
      return typeof draft === "boolean" && (one.value === undefined || one.value === draft);
    case "map":
      return draft instanceof Map && (one.empty === undefined || one.empty === (draft.size === 0));
    case "list":
      return Array.isArray(draft) && (one.empty === undefined || one.empty === (draft.length === 0));
    default:
      return true;
  }
}

function fits(text: string, set: CharSet, min: number): boolean {
  return text.length >= min && isSubset(charsOf(text), set);
}

function textSample({ pieces }: Extract<Alternative, { kind: "text" }>): string {
  const known = constantText(pieces);
  if (known !== undefined) return known;
  const [piece] = pieces;
  if (piece?.kind === "json") return "1";
  const set = piece?.kind === "characters" ? piece.set : undefined;
  return [..."a1-. "].find((char) => set === undefined || isSubset(charsOf(char), set)) ?? "a";
}
