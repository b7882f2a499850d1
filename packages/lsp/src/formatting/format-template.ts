import { type DialectName, parse, type Range, type TemplateEvent } from "@apigw-vtl/compiler";
import { applyTextEdits, type TextEdit } from "@apigw-vtl/definitions";
import { requestsFor, type TemplateFacts } from "@apigw-vtl/linter";
import { layOutJson } from "./json-layout.js";
import { defaultLayout, type LayoutOptions } from "./layout.js";
import { printedTokens } from "./printed-tokens.js";
import { compareRendering } from "./same-rendering.js";
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
 * Formats a template. What it prints stays: JSON is the same JSON, anything else the same byte for byte. That is shown
 * of the syntax trees and by rendering both texts; where it cannot be shown, there is no edit.
 */
export function formatTemplate(input: FormatInput): FormatOutcome {
  if (input.dialect === "velocity") return refusal("plain Velocity is not formatted");
  const source = fillHoles(input);
  if (parse(source).diagnostics.some(({ severity }) => severity === "error")) {
    return refusal("the template has syntax errors");
  }
  const json = input.keepsLine || input.source.trim() === "" ? undefined : attempt({ ...input, source }, "json");
  const outcome = json?.ok ? json : attempt({ ...input, source }, "text");
  return outcome.ok ? { ...outcome, text: applyTextEdits(input.source, outcome.edits) } : outcome;
}

const MOST_ROUNDS = 6;

function attempt(input: FormatInput, output: "json" | "text"): FormatOutcome {
  const { source, wants, holes = [] } = input;
  const text = settle(input, output);
  if (text === undefined) return refusal("its layout does not come to rest");
  const all = whiteSpaceEdits(source, text);
  if (all === undefined) return refusal("more than white space would change");
  const edits = wants ? all.filter(wants) : all;
  if (edits.some((edit) => holes.some((hole) => hole.start < edit.end && edit.start < hole.end))) {
    return refusal("what the host fills in would change");
  }
  const doubt = doubtAbout(input, applyTextEdits(source, edits), output);
  return doubt === undefined ? { ok: true, output, edits, text } : refusal(doubt);
}

/** Lays out again what was laid out, until nothing changes any more. */
function settle({ source, layout = defaultLayout }: FormatInput, output: "json" | "text"): string | undefined {
  let current = source;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { tree, diagnostics } = parse(current);
    if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
    const next = output === "json" ? layOutJson(current, tree, layout) : layOutText(current, tree, layout);
    if (next === undefined || next === current) return next;
    current = next;
  }
  return undefined;
}

/** Why it is not certain that two texts print the same; `undefined` if it is. */
function doubtAbout(input: FormatInput, after: string, output: "json" | "text"): string | undefined {
  const { source: before, samples = [], facts } = input;
  const [one, other] = [parse(before), parse(after)];
  if (other.diagnostics.some(({ severity }) => severity === "error")) return "the formatted text would not parse";
  const [tokens, others] = [one, other].map(({ tree }, i) => printedTokens(i === 0 ? before : after, tree, output));
  if (tokens?.length !== others?.length || tokens?.some((token, i) => token !== others?.[i])) {
    return "white space that is printed would change";
  }
  const events = [...samples, ...requestsFor(before, { ...(facts && { facts }) })];
  const comparison = compareRendering(before, after, events, output);
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
