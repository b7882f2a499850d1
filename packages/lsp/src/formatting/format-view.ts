import {
  type CancellationToken,
  type Range as DocumentRange,
  LSPErrorCodes,
  type Position,
  ResponseError,
} from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";
import { nextTurn } from "../server/next-turn.js";
import type { Services } from "../server/services.js";
import { formatInput } from "./format-found.js";
import { type FormatOutcome, formatSteps } from "./format-template.js";

/** Milliseconds for which other requests wait, but for one step. */
const SLICE = 10;

/** Formats a template of a document, or what of it touches a range of the document. Rejects when it is cancelled. */
export async function formatView(
  view: TemplateView,
  { samples, host }: Services,
  token: CancellationToken,
  touched?: DocumentRange,
): Promise<FormatOutcome> {
  if (!view.isMappingTemplate || view.config.ignored) return { ok: true, output: "text", edits: [], text: view.source };
  const sample = await samples.fileFor(view);
  const steps = formatSteps({
    ...formatInput(view.template, view.config),
    facts: view.facts,
    dialect: view.config.dialect,
    samples: sample && "event" in sample ? [sample.event] : [],
    ...(touched && {
      wants: (edit) => {
        const range = view.toDocumentRange(edit);
        return range !== undefined && touches(range, touched);
      },
    }),
  });
  for (let began = host.clock.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (host.clock.now() - began < SLICE) continue;
    await nextTurn(host.clock);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
    began = host.clock.now();
  }
}

function touches(one: DocumentRange, other: DocumentRange): boolean {
  return compare(one.start, other.end) <= 0 && compare(other.start, one.end) <= 0;
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
