import type { DialectName } from "@apigw-vtl/compiler";
import type { FoundTemplate } from "@apigw-vtl/definitions";
import { type FormatInput, type FormatOutcome, formatTemplate } from "./format-template.js";
import { defaultLayout } from "./layout.js";

/** Formats a template where it was found. A gateway response is no VTL, and stays. */
export function formatFound(template: FoundTemplate, dialect: DialectName): FormatOutcome {
  if (template.facts.gatewayResponse !== undefined) return { ok: true, output: "text", edits: [], text: template.text };
  return formatTemplate({ ...formatInput(template), facts: template.facts, dialect });
}

/** What the place of a template says about how it is formatted. */
export function formatInput(template: FoundTemplate): FormatInput {
  const embedded = template.layers[0]?.literals[0]?.syntax.kind !== "plain-text";
  return {
    source: template.text,
    holes: template.holes,
    layout: { ...defaultLayout, keepsMargin: embedded },
    keepsLine: embedded && !template.text.trim().includes("\n"),
  };
}
