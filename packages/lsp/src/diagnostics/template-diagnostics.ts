import type { Finding } from "@apigw-vtl/linter";
import { type Diagnostic, DiagnosticTag } from "vscode-languageserver-protocol";
import type { TemplateView } from "../documents/template-view.js";
import { deprecatedReferences } from "./deprecated-references.js";
import { pageOf } from "./page-of.js";
import { SEVERITIES } from "./severities.js";
import { unusedVariables } from "./unused-variables.js";

/** What linter and parser find in the templates of a document, each thing once. */
export function templateDiagnostics(views: readonly TemplateView[]): Diagnostic[] {
  const diagnostics = new Map<string, Diagnostic>();
  for (const view of views) {
    const findings = view.lint.findings.map((finding) => toDiagnostic(view, finding));
    for (const diagnostic of [...findings, ...unusedVariables(view), ...deprecatedReferences(view)]) {
      if (diagnostic === undefined) continue;
      // One text may be several templates: conditions of the host, aliases of YAML.
      const { range, code, message } = diagnostic;
      const { start, end } = range;
      const key = `${start.line}:${start.character}-${end.line}:${end.character} ${code} ${message}`;
      if (!diagnostics.has(key)) diagnostics.set(key, diagnostic);
    }
  }
  return [...diagnostics.values()];
}

function toDiagnostic(view: TemplateView, { ruleId, level, message, range }: Finding): Diagnostic | undefined {
  // What the host fills in may be anything: the name that stands for it is no mistake.
  if (isWithinHole(view, range)) return undefined;
  const place = view.toDocumentRange(range);
  if (place === undefined) return undefined;
  return {
    range: place,
    severity: SEVERITIES[level],
    code: ruleId,
    codeDescription: { href: pageOf(ruleId) },
    source: "vtl",
    message,
    ...(ruleId === "unused-suppression" && { tags: [DiagnosticTag.Unnecessary] }),
  };
}

function isWithinHole(view: TemplateView, { start, end }: Finding["range"]): boolean {
  return view.template.holes.some((hole) => hole.start <= start && end <= hole.end && start < end);
}
