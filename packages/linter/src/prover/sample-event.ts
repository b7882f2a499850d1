import { parse, type TemplateEvent } from "@apigw-vtl/compiler";
import { holesAndHostNames } from "../queries/host-names.js";
import { assumptionsFor } from "./assumptions.js";
import { interpret } from "./interpreter/interpret.js";
import { outputKind } from "./output-kind.js";
import type { ProveOptions } from "./prove.js";
import { requestFacts } from "./request-facts.js";
import { exampleOf } from "./values/schema-example.js";
import { toEvent } from "./witness/draft.js";
import { friendlyEvent } from "./witness/friendly-event.js";
import { shapeOfInputs } from "./witness/input-shape.js";

/** An event to start from. */
export interface SampleEvent {
  readonly event: TemplateEvent;
  /** Whether the body is what the declared model says, or has just what the template reads. */
  readonly from: "model" | "references";
}

/** Makes up an event in which everything is there that the template reads and the method declares. Never throws. */
export function sampleEvent(
  source: string,
  options: Pick<ProveOptions, "facts" | "holes" | "dialect"> = {},
): SampleEvent {
  const { facts, dialect } = options;
  const { tree } = parse(source, dialect ? { dialect } : {});
  const holes = holesAndHostNames({ source, tree, holes: options.holes ?? [] });
  const request = requestFacts(facts, assumptionsFor(facts));
  const kind = outputKind(tree, facts, holes);
  const output = kind === "json" ? "json" : "form";
  const { symbols, hints } = interpret({ source, tree, output, holes, facts: request });
  const draft = friendlyEvent(shapeOfInputs(symbols, hints), request, { listLength: 2, hint: 0, value: "text" });
  const event = toEvent(draft);
  if (request.bodySchema === undefined || request.direction === "response") return { event, from: "references" };
  return { event: { ...event, body: JSON.stringify(exampleOf(request.bodySchema)) }, from: "model" };
}
