import { isJson, type TemplateEvent } from "@apigw-vtl/compiler";
import type { HoleRange } from "@apigw-vtl/definitions";
import { keptIn } from "../../remembered.js";
import type { Interpretation } from "../interpreter/interpret.js";
import type { ProofOutcome } from "../proof-result.js";
import { REASONS } from "../reasons.js";
import type { RequestFacts } from "../values/input-types.js";
import { Admission } from "./admissible.js";
import { type Candidate, candidates } from "./candidates.js";
import { type Culprit, findCulprit } from "./culprit.js";
import { type EventDraft, toEvent, valueAt } from "./draft.js";
import { hostVariants } from "./host-variants.js";
import { minimise } from "./minimise.js";
import { mixedEvents } from "./mixed-events.js";
import { type Badness, Judge, type JudgedOutput, jsonSkeleton } from "./verdict.js";

export interface WitnessSearch {
  readonly source: string;
  readonly output: "json" | "form";
  readonly holes: readonly HoleRange[];
  readonly facts: RequestFacts;
  readonly interpretation: Interpretation;
  /** Whether the output is the status of a MOCK integration. */
  readonly isMock?: boolean;
}

type Broken = Extract<ProofOutcome, { readonly status: "broken" }>;

const MOST_RENDERS = 20_000;
/** Many candidates are alike, or not allowed by what is assumed. */
const MOST_CANDIDATES_A_RENDER = 3;
/** Rendering takes as long as the template is: large ones are rendered less often, and a witness is cut down less. */
const MOST_RENDERED = 100_000_000;
const MOST_RENDERED_SMALLER = 20_000_000;

/** A request that surely breaks the output, found by rendering events that come near the interpreter's problems. */
export function findWitness(search: WitnessSearch, mostRenders = MOST_RENDERS): Broken | undefined {
  return new Search(search).run(Math.min(mostRenders, MOST_RENDERED / search.source.length));
}

class Search {
  readonly #search: WitnessSearch;
  readonly #judges: readonly Judge[];
  readonly #admission: Admission;
  /** Whether a text of the request is meant to change the document. */
  readonly #readsTextsAsJson: boolean;
  readonly #siblings = new Map<EventDraft, Map<string, Map<string, EventDraft>>>();

  constructor(search: WitnessSearch) {
    this.#search = search;
    this.#admission = new Admission(search.facts, search.source);
    const { source, output, holes, interpretation } = search;
    this.#readsTextsAsJson = interpretation.symbols.some(({ steps }) => steps.some(({ kind }) => kind === "parsed"));
    const isRawSite = (start: number, end: number) => this.#isRawSite(start, end);
    const judged: JudgedOutput = search.isMock
      ? { kind: "mock" }
      : output === "form"
        ? { kind: "form" }
        : {
            kind: "json",
            statusCode: search.facts.statusCode ?? "",
            isNested: interpretation.problems.some(({ isNested }) => isNested),
          };
    const isOwnSite = (start: number, end: number) =>
      interpretation.problems.some(({ isNested, range }) => isNested && range.start === start && range.end === end);
    this.#judges = hostVariants(source, holes, interpretation.hostValues).map(
      (text) => new Judge(text, judged, isRawSite, isOwnSite),
    );
  }

  run(mostRenders: number): Broken | undefined {
    const seen = new Set<string>();
    let left = mostRenders * MOST_CANDIDATES_A_RENDER;
    for (const candidate of this.#candidates()) {
      if (this.#judges[0]!.renders > mostRenders || left-- < 0) return undefined;
      if (!this.#admission.allows(candidate.draft)) continue;
      const event = toEvent(candidate.draft);
      const key = JSON.stringify(event);
      if (!seen.has(key) && this.#breaks(event)) return this.#report(this.#smallest(candidate.draft));
      seen.add(key);
      if (this.#isInjection(candidate)) return this.#reportInjection(candidate);
    }
    return undefined;
  }

  #smallest(draft: EventDraft): EventDraft {
    return minimise(draft, this.#isBad, MOST_RENDERED_SMALLER / this.#search.source.length);
  }

  *#candidates(): Generator<Candidate> {
    yield* candidates(this.#search);
    for (const draft of mixedEvents(this.#search)) yield { draft };
  }

  /** Whatever the host fills in, the output is bad. */
  readonly #isBad = (draft: EventDraft): boolean => {
    return this.#admission.allows(draft) && this.#breaks(toEvent(draft));
  };

  #breaks(event: TemplateEvent): boolean {
    return this.#judges.every((judge) => judge.judge(event) !== undefined);
  }

  /** Whether this event and one that differs from it in a single text print the same places to other structures. */
  #isInjection({ draft, from }: Candidate): boolean {
    if (this.#search.output !== "json" || from === undefined || this.#readsTextsAsJson) return false;
    if (typeof valueAt(from.draft, from.path) !== "string") return false;
    const siblings = this.#siblingsOf(from);
    const skeleton = this.#skeletonOf(draft);
    if (skeleton === undefined || siblings.has(skeleton)) return false;
    siblings.set(skeleton, draft);
    const sites = siblings.size > 1 ? this.#sitesOf(draft) : undefined;
    return [...siblings.values()].some((other) => other !== draft && this.#sitesOf(other) === sites);
  }

  /** Events that differ from `from` in the text at its path alone, one for each structure that was printed. */
  #siblingsOf({ draft, path }: NonNullable<Candidate["from"]>): Map<string, EventDraft> {
    const ofDraft = keptIn(this.#siblings, draft, () => new Map<string, Map<string, EventDraft>>());
    return keptIn(ofDraft, JSON.stringify(path), () => {
      const skeleton = this.#admission.allows(draft) ? this.#skeletonOf(draft) : undefined;
      return new Map(skeleton === undefined ? [] : [[skeleton, draft]]);
    });
  }

  #skeletonOf(draft: EventDraft): string | undefined {
    const output = this.#judges[0]?.print(toEvent(draft));
    return output !== undefined && isJson(output) ? jsonSkeleton(output) : undefined;
  }

  /** The places of the template that print, in order. */
  #sitesOf(draft: EventDraft): string | undefined {
    const trace = this.#judges[0]?.trace(toEvent(draft))?.trace;
    return trace?.map(({ range }) => range.start).join();
  }

  #report(draft: EventDraft): Broken {
    const { output } = this.#search;
    const event = toEvent(draft);
    // Of the guesses at what the host fills in, the one that goes well for longest.
    const [{ judge, bad }] = this.#judges
      .flatMap((one) => [{ judge: one, bad: one.judge(event)! }])
      .toSorted((a, b) => b.bad.offset - a.bad.offset) as [{ judge: Judge; bad: Badness }];
    const { range, reason } = this.#culprit(judge, draft, bad);
    const effect = output === "form" ? "unencoded" : isJson(bad.output) ? "nested" : "invalid";
    const filledIn = judge.source === this.#search.source ? {} : { filledIn: judge.source };
    const witness = { event, output: bad.output, outputOffset: bad.offset, range, ...filledIn };
    return { status: "broken", output, effect, reason, witness };
  }

  #reportInjection({ draft, from }: Candidate): Broken {
    const event = toEvent(draft);
    const output = this.#judges[0]!.print(event)!;
    const text = String(valueAt(draft, from!.path));
    const outputOffset = Math.max(0, output.indexOf(text));
    const { range } = this.#culprit(this.#judges[0]!, draft, { output, offset: outputOffset });
    const reason = "a text of the request becomes a part of the document's structure";
    return {
      status: "broken",
      output: "json",
      effect: "injection",
      reason,
      witness: { event, output, outputOffset, range },
    };
  }

  #culprit(judge: Judge, draft: EventDraft, bad: Badness): Culprit {
    const { interpretation, source } = this.#search;
    const trace = judge.trace(toEvent(draft))?.trace ?? [];
    const culprit = findCulprit({ ...bad, trace, problems: interpretation.problems, length: source.length });
    return this.#search.isMock ? { ...culprit, reason: REASONS.noMockStatus } : culprit;
  }

  #isRawSite(start: number, end: number): boolean {
    const text = this.#search.source.slice(start, end);
    if (text.includes("urlEncode") || !/base64Encode\(|^\$!?\{?context\./.test(text)) return false;
    return this.#search.interpretation.problems.some(
      ({ range, isRaw }) => isRaw && range.start === start && range.end === end,
    );
  }
}
