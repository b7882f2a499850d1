import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";

/** Greys out variables that are set and never read. */
export function unusedVariables(view: TemplateView): Diagnostic[] {
  if (!view.isMappingTemplate) return [];
  const { definitions, reads } = view.analysis.scopes;
  const unused: Diagnostic[] = [];
  for (const [name, places] of definitions) {
    if (reads.has(name)) continue;
    for (const { kind, node } of places) {
      const target = kind === "set" ? node.target : node.variable;
      const range = target && view.toDocumentRange(target.range);
      if (range === undefined || kind === "loop") continue;
      unused.push({
        range,
        severity: DiagnosticSeverity.Hint,
        source: "vtl",
        message: `$${name} is never read.`,
        tags: [DiagnosticTag.Unnecessary],
      });
    }
  }
  return unused;
}
