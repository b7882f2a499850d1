import { renderTraced, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";
import { sampleEvent } from "@apigw-vtl/linter";
import type { TextEdit } from "@apigw-vtl/templates";
import { applyTextEdits } from "@apigw-vtl/templates";
import type { TemplateView } from "../documents/template-view.js";

/**
 * Whether a template with these edits prints what it printed before, for a request in which everything is there and for
 * an empty one. An action that cannot show that is not offered.
 */
export function keepsOutput(view: TemplateView, edits: readonly TextEdit[]): boolean {
  const { facts, holes, config, source } = view;
  const { event } = sampleEvent(source, { facts, holes, dialect: config.dialect });
  const after = applyTextEdits(source, edits);
  return [event, {}].every((one) => print(source, view, one) === print(after, view, one));
}

function print(source: string, { config }: TemplateView, event: object): string {
  try {
    return `printed ${renderTraced(source, event, { dialect: config.dialect, limits: { steps: 200_000 } }).output}`;
  } catch (error) {
    if (error instanceof VtlSyntaxError) return "refused";
    if (error instanceof VtlRenderError) return `failed ${error.code}`;
    throw error;
  }
}
