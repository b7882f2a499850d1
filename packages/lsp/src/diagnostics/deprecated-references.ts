import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";

/** Names of Velocity 1.6 that 1.7 replaced, and what by. */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ["velocityCount", "$foreach.count"],
  ["velocityHasNext", "$foreach.hasNext"],
]);

/** Strikes through references that have a newer name. */
export function deprecatedReferences(view: TemplateView): Diagnostic[] {
  if (!view.isMappingTemplate) return [];
  const { reads, definitions } = view.analysis.scopes;
  const deprecated: Diagnostic[] = [];
  for (const [name, replacement] of REPLACED) {
    if (definitions.has(name)) continue;
    for (const { reference, loops } of reads.get(name) ?? []) {
      const range = view.toDocumentRange(reference.range);
      if (range === undefined || loops.length === 0) continue;
      deprecated.push({
        range,
        severity: DiagnosticSeverity.Hint,
        source: "vtl",
        message: `$${name} is the name of Velocity 1.6; since 1.7 it is ${replacement}.`,
        tags: [DiagnosticTag.Deprecated],
      });
    }
  }
  return deprecated;
}
