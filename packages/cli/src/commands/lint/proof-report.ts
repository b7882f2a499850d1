import type { ProofResult } from "@apigw-vtl/linter";
import { counted } from "../../terminal/counted.js";
import { printable } from "../../terminal/printable.js";
import type { FileReport, TemplateLint } from "./file-lint.js";

/** A line for each template, `file:line:column: proved`; then a summary. The findings have the requests. */
export function proofReport(reports: readonly FileReport[]): string {
  const templates = reports.flatMap((report) => report.templates);
  return templates.map(proofLines).join("") + summary(countProofs(templates));
}

/** How many templates have each outcome. */
type ProofCounts = Readonly<Record<ProofResult["status"], number>>;

function countProofs(templates: readonly TemplateLint[]): ProofCounts {
  const counts = { proved: 0, broken: 0, undecided: 0, "not-applicable": 0 };
  for (const { proof } of templates) if (proof !== undefined) counts[proof.status]++;
  return counts;
}

function proofLines({ file, line, column, proof }: TemplateLint): string {
  if (proof === undefined || proof.status === "not-applicable") return "";
  const place = `${file}:${line}:${column}`;
  return printable(`${place}: ${verdict(proof)}\n`);
}

function verdict(proof: Exclude<ProofResult, { readonly status: "not-applicable" }>): string {
  if (proof.status !== "proved") return `${proof.status}: ${proof.reason}`;
  const { length } = proof.failingCalls;
  return length === 0 ? "proved" : `proved, but ${counted(length, "call")} can fail`;
}

function summary(counts: ProofCounts): string {
  const { proved, broken, undecided } = counts;
  const others = counts["not-applicable"];
  const rest = others > 0 ? `; ${others} without JSON or a form` : "";
  return `${proved} proved, ${broken} broken, ${undecided} undecided${rest}\n`;
}
