import type { Template } from "@apigw-vtl/compiler";
import type { HoleRange } from "@apigw-vtl/definitions";
import { interpret } from "./interpreter/interpret.js";
import type { ProofOutcome } from "./proof-result.js";
import { JsonSink } from "./sinks/json-sink.js";
import { type Sink, writeAll } from "./sinks/sink.js";
import { constantText, type Pieces } from "./text/piece.js";
import type { RequestFacts } from "./values/input-types.js";
import { withstood } from "./withstood.js";
import { findWitness } from "./witness/find-witness.js";
import { hasMockStatus } from "./witness/verdict.js";

export interface MockSubject {
  readonly source: string;
  readonly tree: Template;
  readonly holes: readonly HoleRange[];
  readonly facts: RequestFacts;
}

/**
 * Decides whether a MOCK integration finds its status in every request template's output. The service reads that
 * leniently (recorded: names without quotes, trailing commas), and nothing else of it matters.
 */
export function proveMock(subject: MockSubject): ProofOutcome {
  const texts = interpret({ ...subject, output: "text" });
  const interpretation = interpret({ ...subject, output: "json" });
  const search = { ...subject, output: "json", interpretation, isMock: true } as const;
  const isProved = texts.gaveUp === undefined && texts.texts.every(hasStatus);
  if (isProved) return withstood(search);
  const broken = findWitness(search);
  if (broken) return broken;
  const { reason, range } = texts.gaveUp ?? {
    reason: "no request was found for which there is no integer statusCode",
    range: subject.tree.range,
  };
  return { status: "undecided", output: "json", reason, range };
}

/** Stands for what is not known of a text. */
const UNKNOWN = "\ue000";

/** Whether a status is sure to be found: in a text that is known, or in the known part of what is JSON for sure. */
function hasStatus(text: Pieces): boolean {
  const known = constantText(text);
  if (known !== undefined) return hasMockStatus(known);
  let sink: Sink = new JsonSink(() => undefined);
  let filled = "";
  for (const piece of text) {
    const { position } = sink;
    const isInString = position === "json-string" || position === "json-key";
    filled += piece.kind === "constant" ? piece.text : isInString ? UNKNOWN : `"${UNKNOWN}"`;
    // A name that is not known might be the status's.
    const mayBeName = position === "json-key" || position === "json-between";
    if (piece.kind !== "constant" && mayBeName) return false;
    let isRefused = false;
    const next = writeAll(sink, [piece], {
      refused: () => {
        isRefused = true;
      },
    });
    if (isRefused || next === undefined) return false;
    sink = next;
  }
  return sink.end() === undefined && hasMockStatus(filled);
}
