import type { TemplateSummary } from "../requests/templates.js";
import { labelOf } from "./label-of.js";
import type { TemplateView } from "./template-view.js";

/** What the client is told of a template. */
export function summaryOf(view: TemplateView): TemplateSummary {
  const { uri, template, source, facts, embedded } = view;
  return {
    uri,
    address: template.address,
    label: labelOf(view),
    range: view.wholeRange,
    text: source,
    facts,
    embedded,
  };
}
