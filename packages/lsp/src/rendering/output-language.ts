import type { TemplateView } from "../documents/template-view.js";
import type { OutputLanguage } from "../requests/render.js";

/** What an output is meant to be: what the template is written as; where that says nothing, what it looks like. */
export function outputLanguage(view: TemplateView, output: string): OutputLanguage {
  const { kind } = view.analysis.output;
  if (kind === "form") return "form";
  if (kind === "json" || /^\s*[[{]/.test(output)) return "json";
  return /^\s*</.test(output) ? "xml" : "text";
}
