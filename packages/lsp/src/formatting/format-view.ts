import type { Range as DocumentRange, FormattingOptions, Position } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";
import type { Services } from "../server/services.js";
import { formatInput } from "./format-found.js";
import { type FormatOutcome, formatTemplate } from "./format-template.js";
import { defaultLayout, type LayoutOptions } from "./layout.js";

/** Formats a template of a document, or what of it touches a range of the document. */
export async function formatView(
  view: TemplateView,
  options: FormattingOptions,
  { samples }: Services,
  touched?: DocumentRange,
): Promise<FormatOutcome> {
  if (!view.isMappingTemplate || view.config.ignored) return { ok: true, output: "text", edits: [], text: view.source };
  const sample = await samples.fileFor(view);
  return formatTemplate({
    ...formatInput(view.template),
    facts: view.facts,
    dialect: view.config.dialect,
    samples: sample && "event" in sample ? [sample.event] : [],
    layout: layoutOf(view, options),
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

export function layoutOf(view: TemplateView, { tabSize, insertSpaces }: FormattingOptions): LayoutOptions {
  return { ...defaultLayout, tabSize, insertSpaces, keepsMargin: view.embedded };
}
