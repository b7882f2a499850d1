import {
  type Diagnostic,
  type DialectName,
  parse,
  type Range,
  type Template,
  type TemplateEvent,
} from "@apigw-vtl/compiler";
import { applyTextEdits, type TextEdit } from "@apigw-vtl/definitions";
import type { TemplateFacts } from "@apigw-vtl/linter";
import { layOutJson } from "./json-layout.js";
import { defaultLayout, type LayoutOptions } from "./layout.js";
import { printedTokens } from "./printed-tokens.js";
import { ReferenceRenderings } from "./same-rendering.js";
import { layOutText } from "./text-layout.js";
import { whiteSpaceEdits } from "./white-space-edits.js";

export interface FormatInput {
  readonly source: string;
  readonly facts?: TemplateFacts;
  readonly dialect?: DialectName;
  /** What the host fills in. */
  readonly holes?: readonly Range[];
  /** The user's own samples; the output stays the same for these and for made ones. */
  readonly samples?: readonly TemplateEvent[];
  readonly layout?: LayoutOptions;
  /** Whether the template may get more lines than it has: not where the host writes them as `\n`. */
  readonly keepsLine?: boolean;
  /** Which of the edits are wanted; default: all. */
  readonly wants?: (edit: Range) => boolean;
}

export type FormatOutcome =
  /** Edits of white space, apart from each other; none if the template is as it should be. */
  | {
      readonly ok: true;
      readonly output: "json" | "text";
      readonly edits: readonly TextEdit[];
      readonly text: string;
    }
  /** Why nothing is changed. */
  | { readonly ok: false; readonly reason: string };

/**
 * Formats a template. What it prints stays: of a template that prints JSON the same JSON (and where a request breaks
 * it, the same broken text but for white space), of any other the same byte for byte. That is shown of the syntax trees
 * and by rendering both texts; where it cannot be shown, there is no edit.
 */
export function formatTemplate(input: FormatInput): FormatOutcome {
  const steps = formatSteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, between which a server can do something else or give up. */
export function* formatSteps(input: FormatInput): Generator<void, FormatOutcome, void> {
  if (input.dialect === "velocity") return refusal("plain Velocity is not formatted");
  const source = fillHoles(input);
  const tree = parsed(source)?.tree;
  if (tree === undefined) return refusal("the template has syntax errors");
  const given: Given = { ...input, source, tree, reference: new ReferenceRenderings({ ...input, source, tree }) };
  const isText = input.keepsLine || input.source.trim() === "";
  const json = isText ? undefined : yield* attempt(given, "json");
  const outcome = json?.ok ? json : yield* attempt(given, "text");
  return outcome.ok ? { ...outcome, text: applyTextEdits(input.source, outcome.edits) } : outcome;
}

/** What is to be formatted, without holes, and what is known of it. */
interface Given extends FormatInput {
  readonly tree: Template;
  readonly reference: ReferenceRenderings;
}

const hasErrors = (diagnostics: readonly Diagnostic[]) => diagnostics.some(({ severity }) => severity === "error");

const MOST_ROUNDS = 6;

function* attempt(given: Given, output: "json" | "text"): Generator<void, FormatOutcome, void> {
  const { source, wants, holes = [] } = given;
  const laidOut = yield* settle(given, output);
  if (laidOut === undefined) return refusal("its layout does not come to rest");
  // What lies as it should prints the same byte for byte: there is nothing to show, nor that it is JSON.
  if (laidOut.source === source) return { ok: true, output: "text", edits: [], text: source };
  const all = whiteSpaceEdits(source, laidOut.source);
  if (all === undefined) return refusal("more than white space would change");
  const edits = wants ? all.filter(wants) : all;
  if (edits.some((edit) => holes.some((hole) => hole.start < edit.end && edit.start < hole.end))) {
    return refusal("what the host fills in would change");
  }
  const after = edits.length === all.length ? laidOut : parsed(applyTextEdits(source, edits));
  if (after === undefined) return refusal("the formatted text would not parse");
  yield;
  const doubt = yield* doubtAbout(given, after, output);
  return doubt === undefined ? { ok: true, output, edits, text: after.source } : refusal(doubt);
}

/** A text without syntax errors. */
interface Parsed {
  readonly source: string;
  readonly tree: Template;
}

function parsed(source: string): Parsed | undefined {
  const { tree, diagnostics } = parse(source);
  return hasErrors(diagnostics) ? undefined : { source, tree };
}

/** Lays out again what was laid out, until nothing changes any more. */
function* settle(given: Given, output: "json" | "text"): Generator<void, Parsed | undefined, void> {
  const { layout = defaultLayout } = given;
  const layOut = output === "json" ? layOutJson : layOutText;
  let current: Parsed | undefined = given;
  for (let round = 0; current !== undefined && round < MOST_ROUNDS; round++) {
    const next = layOut(current.source, current.tree, layout);
    if (next === undefined) return undefined;
    if (next === current.source) return current;
    yield;
    current = parsed(next);
    yield;
  }
  return undefined;
}

/** Why it is not certain that two texts print the same; `undefined` if it is. */
function* doubtAbout(
  { source: before, tree, reference }: Given,
  after: Parsed,
  output: "json" | "text",
): Generator<void, string | undefined, void> {
  const tokens = printedTokens(before, tree, output);
  const others = printedTokens(after.source, after.tree, output);
  if (tokens.length !== others.length || tokens.some((token, i) => token !== others[i])) {
    return "white space that is printed would change";
  }
  yield;
  const comparison = yield* reference.compare(after, output);
  if (!comparison.same) return "the two texts print different things for a request that was tried";
  if (output === "json" && comparison.json === 0) return "the template printed JSON for none of the requests tried";
  return undefined;
}

/** The text with digits, which fit nearly everywhere, for what the host fills in; letters within a name. */
function fillHoles({ source, holes = [] }: FormatInput): string {
  const edits = holes.map(({ start, end }) => {
    const filling = /[$!{.\w-]/.test(source[start - 1] ?? "") ? "x" : "1";
    return { start, end, newText: filling.repeat(end - start) };
  });
  return applyTextEdits(source, edits);
}

function refusal(reason: string): FormatOutcome {
  return { ok: false, reason };
}
