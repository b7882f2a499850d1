import { parse, type Range, type TemplateEvent } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import { assumptionsFor } from "./assumptions.js";
import { interpret } from "./interpreter/interpret.js";
import { outputKind } from "./output-kind.js";
import { requestFacts } from "./request-facts.js";
import { baseEvents } from "./witness/candidates.js";
import { toEvent } from "./witness/draft.js";
import { mixedEvents } from "./witness/mixed-events.js";

export interface RequestOptions {
  readonly facts?: TemplateFacts;
  readonly holes?: readonly Range[];
  /** How many requests with hostile texts, missing parts and odd values there are beside the friendly ones. */
  readonly hostile?: number;
}

const HOSTILE = 24;

/**
 * Requests that a template can be tried with, made from what it reads, the same ones every time: first one with
 * everything there, then lists of none, one and three, nothing at all, the texts that it compares with, and hostile ones.
 */
export function requestsFor(source: string, options: RequestOptions = {}): readonly TemplateEvent[] {
  const { facts, holes = [], hostile = HOSTILE } = options;
  const { tree } = parse(source);
  const output = outputKind(tree, facts, holes) === "form" ? "form" : "json";
  const request = requestFacts(facts, assumptionsFor(facts));
  const interpretation = interpret({ source, tree, output, holes, facts: request });
  const subject = { source, interpretation, facts: request, output } as const;
  return [...baseEvents(subject), ...mixedEvents(subject, 1, hostile)].map(toEvent);
}
