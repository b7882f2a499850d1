import { parse, type Template, type TemplateEvent } from "@apigw-vtl/compiler";
import type { HoleRange, TemplateFacts } from "@apigw-vtl/definitions";
import { holesAndHostNames } from "../queries/host-names.js";
import { assumptionsFor } from "./assumptions.js";
import { interpret } from "./interpreter/interpret.js";
import { type Budget, proofBudget } from "./interpreter/machine.js";
import { outputKind } from "./output-kind.js";
import { requestFacts } from "./request-facts.js";
import { baseEvents } from "./witness/candidates.js";
import { distinctDrafts, toEvent } from "./witness/draft.js";
import { mixedEvents } from "./witness/mixed-events.js";

export interface RequestOptions {
  /** The template's, where it has been parsed. */
  readonly tree?: Template;
  readonly facts?: TemplateFacts;
  readonly holes?: readonly HoleRange[];
  /** At most how many requests with hostile texts, missing parts and odd values there are beside the friendly ones. */
  readonly hostile?: number;
  /** Looks at few ways through the template: for requests that try it, and need not reach all of it. */
  readonly isQuick?: boolean;
}

const HOSTILE = 24;

/** What is read, and most of what that is compared with, is seen on few ways. */
const fewWays: Budget = { ways: 4, steps: 20_000 };

/**
 * Requests that a template can be tried with, made from what it reads, the same ones every time: first one with
 * everything there, then lists of none, one and three, nothing at all, the texts that it compares with, and hostile ones.
 */
export function requestsFor(source: string, options: RequestOptions = {}): readonly TemplateEvent[] {
  const { facts, hostile = HOSTILE, isQuick = false } = options;
  const tree = options.tree ?? parse(source).tree;
  const holes = holesAndHostNames({ source, tree, holes: options.holes ?? [] });
  const output = outputKind(tree, facts, holes) === "form" ? "form" : "json";
  const request = requestFacts(facts, assumptionsFor(facts));
  // Whether the output is right on each way is of no interest here.
  const interpretation = isQuick
    ? interpret({ source, tree, output: "other", holes, facts: request }, fewWays)
    : interpret({ source, tree, output, holes, facts: request }, proofBudget);
  const subject = { source, interpretation, facts: request, output } as const;
  const bases = baseEvents(subject);
  return distinctDrafts([...bases, ...mixedEvents(subject, { events: hostile, bases })]).map(toEvent);
}
