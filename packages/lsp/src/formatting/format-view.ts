import type { Range as DocumentRange, Position } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";
import type { Services } from "../server/services.js";
import { formatInput } from "./format-found.js";
import { type FormatOutcome, formatTemplate } from "./format-template.js";

/** Formats a template of a document, or what of it touches a range of the document. */
export async function formatView(
  view: TemplateView,
  { samples }: Services,
  touched?: DocumentRange,
): Promise<FormatOutcome> {
  if (!view.isMappingTemplate || view.config.ignored) return { ok: true, output: "text", edits: [], text: view.source };
  const sample = await samples.fileFor(view);
  return formatTemplate({
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
}

function touches(one: DocumentRange, other: DocumentRange): boolean {
  return compare(one.start, other.end) <= 0 && compare(other.start, one.end) <= 0;
}

function compare(one: Position, other: Position): number {
  return one.line - other.line || one.character - other.character;
}
