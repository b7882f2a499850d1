import type { FoundTemplate } from "@apigw-vtl/definitions";
import type { ResolvedConfig } from "@apigw-vtl/linter";
import { type FormatInput, type FormatOutcome, formatTemplate } from "./format-template.js";
import { layoutOf } from "./layout.js";

/** Formats a template where it was found. A gateway response is no VTL, and stays. */
export function formatFound(template: FoundTemplate, config: ResolvedConfig): FormatOutcome {
  if (template.facts.gatewayResponse !== undefined) return { ok: true, output: "text", edits: [], text: template.text };
  return formatTemplate({ ...formatInput(template, config), facts: template.facts, dialect: config.dialect });
}

/** What the place of a template and its configuration say about how it is formatted. */
export function formatInput(template: FoundTemplate, config: ResolvedConfig): FormatInput {
  const embedded = template.layers[0]?.literals[0]?.syntax.kind !== "plain-text";
  return {
    source: template.text,
    holes: template.holes,
    layout: layoutOf(config, embedded),
    keepsLine: embedded && !template.text.trim().includes("\n"),
  };
}
