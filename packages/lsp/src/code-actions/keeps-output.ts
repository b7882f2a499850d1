import { renderTraced, type TemplateEvent, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";
import type { TextEdit } from "@apigw-vtl/definitions";
import { applyTextEdits } from "@apigw-vtl/definitions";
import type { ReadTemplate } from "../documents/template-reading.js";
import type { TemplateView } from "../documents/template-view.js";
import { LARGEST_TRIED } from "../rendering/largest-tried.js";
import { madeEvent } from "../samples/samples.js";

/**
 * Whether a template with these edits prints what it printed before, for a request in which everything is there and for
 * an empty one. An action that cannot show that is not offered, nor any in templates that are too large to try.
 */
export function keepsOutput(view: TemplateView, edits: readonly TextEdit[]): boolean {
  if (view.source.length > LARGEST_TRIED) return false;
  const after = applyTextEdits(view.source, edits);
  return view.derive(printedBefore).every(({ event, printed }) => print(after, view, event) === printed);
}

/** Editors ask for actions wherever the cursor comes by. */
function printedBefore(template: ReadTemplate): readonly { readonly event: TemplateEvent; readonly printed: string }[] {
  return [template.derive(madeEvent), {}].map((event) => ({ event, printed: print(template.source, template, event) }));
}

function print(source: string, { config }: ReadTemplate, event: TemplateEvent): string {
  try {
    return `printed ${renderTraced(source, event, { dialect: config.dialect, limits: { steps: 200_000 } }).output}`;
  } catch (error) {
    if (error instanceof VtlSyntaxError) return "refused";
    if (error instanceof VtlRenderError) return `failed ${error.code}`;
    throw error;
  }
}
