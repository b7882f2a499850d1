import type { ProofResult } from "@apigw-vtl/linter";
import { counted } from "../../terminal/counted.js";
import type { FileLint, FileReport, TemplateLint } from "./file-lint.js";

/** What a run has looked at, in a line: `3 files, 12 templates: 10 proved, 1 broken, 1 undecided`. */
export function runSummary(lints: readonly FileLint[], reports: readonly FileReport[]): string {
  const files = counted(lints.length, "file");
  const templates = templatesOf(reports);
  if (templates.length === 0) return `${files}, no template: nothing was checked`;
  const proofs = templates.some(({ proof }) => proof !== undefined) ? `: ${proofSummary(templates)}` : "";
  return `${files}, ${counted(templates.length, "template")}${proofs}`;
}

/** The templates that were checked. */
export function templatesOf(reports: readonly FileReport[]): readonly TemplateLint[] {
  return reports.flatMap((report) => report.templates);
}

function proofSummary(templates: readonly TemplateLint[]): string {
  const counts: Record<ProofResult["status"], number> = { proved: 0, broken: 0, undecided: 0, "not-applicable": 0 };
  for (const { proof } of templates) if (proof !== undefined) counts[proof.status]++;
  const others = counts["not-applicable"];
  const rest = others > 0 ? `; ${others} with nothing to prove` : "";
  return `${counts.proved} proved, ${counts.broken} broken, ${counts.undecided} undecided${rest}`;
}
