import type { Interpretation } from "../interpreter/interpret.js";
import { serviceInputsIn } from "../values/context-inputs.js";
import type { RequestFacts } from "../values/input-types.js";
import { type DraftPath, type EventDraft, pathsOf, RawBody, renamed, replaced, valueAt } from "./draft.js";
import { friendlyEvent } from "./friendly-event.js";
import { hostileNames, hostileTexts, otherJsonValues } from "./hostile-values.js";
import { emptyShape, shapeOfInputs } from "./input-shape.js";
import { followPath, placesOf } from "./path-events.js";

/** An event that may go wrong, and the friendlier one that it was made from by changing a text. */
export interface Candidate {
  readonly draft: EventDraft;
  readonly from?: { readonly draft: EventDraft; readonly path: DraftPath };
}

export interface CandidateSource {
  readonly source: string;
  readonly interpretation: Interpretation;
  readonly facts: RequestFacts;
  readonly output: "json" | "form";
}

/** Events to try, in the order in which they make good examples. */
export function* candidates(source: CandidateSource): Generator<Candidate> {
  const bases = baseEvents(source);
  for (const draft of bases) yield { draft };
  const symbols = new Map(source.interpretation.symbols.map((symbol) => [symbol.key, symbol]));
  for (const problem of source.interpretation.problems) {
    for (const base of bases.slice(0, 3)) {
      const draft = followPath(base, problem, symbols);
      yield { draft };
      for (const origin of problem.origins) {
        const symbol = symbols.get(origin);
        for (const path of symbol ? placesOf(draft, symbol) : []) yield* changesAt(draft, path, source.output);
      }
      for (const path of pathsOf(draft)) yield* changesAt(draft, path, source.output);
    }
  }
  for (const base of bases) for (const path of pathsOf(base)) yield* changesAt(base, path, source.output);
  yield* wholeBodies(bases, source);
}

const NO_HINT = Number.MAX_SAFE_INTEGER;

/** Everything there with lists of two, one and no elements; nothing there; with each of the texts compared with. */
export function baseEvents({ source, interpretation, facts }: CandidateSource): readonly EventDraft[] {
  const shapes = shapeOfInputs(interpretation.symbols, interpretation.hints);
  if (/\bparams\(\s*\)/.test(source)) {
    // Printed whole it is no input of its own, but all of these.
    for (const root of ["path", "querystring", "header"]) if (!shapes.has(root)) shapes.set(root, emptyShape());
  }
  const make = (listLength: number, hint: number, value: string | number = "a", read = shapes) =>
    friendlyEvent(read, facts, { listLength, hint, value });
  const drafts = [
    make(2, 0),
    make(0, NO_HINT, "a", new Map()),
    make(1, 0),
    make(0, 0),
    make(2, 1),
    make(2, NO_HINT),
    make(1, NO_HINT, ""),
    make(3, 2),
    make(2, NO_HINT, "1"),
    // These can be decoded as base64, which fails on most texts.
    make(2, NO_HINT, "Jw=="),
    make(2, NO_HINT, 1234),
  ];
  const service = serviceInputsIn(source, facts.use);
  return drafts.map((draft) =>
    service.reduce((filled, { path, sample }) => replaced(filled, ["context", ...path], sample), draft),
  );
}

/** The event with each hostile value, and each hostile name, at a path. */
function* changesAt(draft: EventDraft, path: DraftPath, output: "json" | "form"): Generator<Candidate> {
  for (const make of changesOf(draft, path, output)) yield make();
}

/** The same, made only when asked for. */
export function changesOf(draft: EventDraft, path: DraftPath, output: "json" | "form"): readonly (() => Candidate)[] {
  const [part] = path;
  if (path.length === 1 && part !== "body") return [];
  const from = { draft, path };
  const texts = hostileTexts(output);
  const now = valueAt(draft, path);
  // What a declared pattern asks for may stand before or behind what breaks the document.
  const isLongText = part === "body" && typeof now === "string" && now.length > 1;
  const joined = isLongText ? texts.slice(0, 4).flatMap((text) => [now + text, text + now]) : [];
  const others = part === "body" ? otherJsonValues : [undefined];
  const isName = typeof path.at(-1) === "string" && path.length > 1;
  return [
    ...[...texts, ...joined].map((text) => () => ({ draft: replaced(draft, path, text), from })),
    ...others.map((value) => () => ({ draft: replaced(draft, path, value) })),
    ...(isName ? hostileNames(output) : []).map((name) => () => ({ draft: renamed(draft, path, name) })),
  ];
}

function* wholeBodies(bases: readonly EventDraft[], { facts, output }: CandidateSource): Generator<Candidate> {
  const [full] = bases;
  if (full === undefined) return;
  for (const value of [...hostileTexts(output), ...otherJsonValues]) {
    if (value !== undefined) yield { draft: replaced(full, ["body"], value) };
  }
  if (facts.assumptions.body !== "any-text") return;
  for (const text of hostileTexts(output)) yield { draft: replaced(full, ["body"], new RawBody(text)) };
}
