import {
  compile,
  type Expression,
  type ReferenceStep,
  type Template,
  utilFunctions,
  VtlRenderError,
  walk,
} from "@apigw-vtl/compiler";
import type { FailingCall } from "../proof-result.js";
import { Admission } from "./admissible.js";
import { candidates } from "./candidates.js";
import { type EventDraft, toEvent } from "./draft.js";
import type { WitnessSearch } from "./find-witness.js";
import { minimise } from "./minimise.js";
import { mixedEvents } from "./mixed-events.js";

/** Methods that throw an exception for some arguments or receivers. */
const throwing =
  /^(?:parse(?:Int|Long|Double|Float|\w*Int)|valueOf|decode|substring|subSequence|charAt|codePoint\w+|set|remove|subList|format|repeat|divide\w*|join|compareTo|\w+Exact)$/;

/** Those that throw for some names, patterns and replacements only. */
const throwingForSome = /^(?:get|matches|replaceAll|replaceFirst|split)$/;

const throwingUtil: ReadonlySet<string> = new Set(utilFunctions.flatMap(({ name, throws }) => (throws ? [name] : [])));

const MOST_RENDERS = 400;
const MOST_RENDERED = 20_000_000;

/** The calls of a template that can fail, each with a request. Looked for by rendering: there may be more of them. */
export function findFailingCalls(search: WitnessSearch & { readonly tree: Template }): readonly FailingCall[] {
  const { source, tree } = search;
  if (!mayThrow(tree)) return [];
  const template = compile(source, { tree });
  const failure = (draft: EventDraft): VtlRenderError | undefined => {
    try {
      template.render(toEvent(draft));
      return undefined;
    } catch (error) {
      if (!(error instanceof VtlRenderError)) throw error;
      return error.code === "java-exception" || error.code === "invalid-json-path" ? error : undefined;
    }
  };
  const admission = new Admission(search.facts, source);
  const found = new Map<number, FailingCall>();
  let renders = Math.min(MOST_RENDERS, MOST_RENDERED / source.length);
  for (const draft of drafts(search)) {
    if (renders-- <= 0) break;
    if (!admission.allows(draft)) continue;
    const first = failure(draft);
    if (first === undefined || found.has(first.range.start)) continue;
    const failsThere = (other: EventDraft) =>
      admission.allows(other) && failure(other)?.range.start === first.range.start;
    const smallest = minimise(draft, failsThere, renders);
    const { range, message, hint } = failure(smallest) ?? first;
    found.set(range.start, { range, message, hint, event: toEvent(smallest) });
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

function* drafts(search: WitnessSearch): Generator<EventDraft> {
  for (const { draft } of candidates(search)) yield draft;
  yield* mixedEvents(search);
}

function mayThrow(tree: Template): boolean {
  let found = false;
  walk(tree, (node) => {
    if (node.type === "Reference") found ||= node.steps.some(stepMayThrow);
  });
  return found;
}

function stepMayThrow(step: ReferenceStep): boolean {
  switch (step.type) {
    case "PropertyStep":
      return false;
    case "IndexStep":
      return !isPlainText(step.index);
    case "MethodStep":
      if (throwingUtil.has(step.name)) return !step.arguments.every(isPlainText);
      return throwing.test(step.name) || (throwingForSome.test(step.name) && !step.arguments.every(isPlainText));
  }
}

/** A known text that is no reference to a group either, should it be a replacement. */
function isPlainText(node: Expression): boolean {
  return node.type === "StringLiteral" && !node.template && !node.value.includes("$");
}
