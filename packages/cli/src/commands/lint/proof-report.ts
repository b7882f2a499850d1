import type { ProofResult } from "@apigw-vtl/linter";
import { printable } from "../../terminal/printable.js";
import type { FileReport, TemplateLint } from "./file-lint.js";

/** Longest event or output that is shown; the files of `--witness` have all of it. */
const LONGEST_SHOWN = 300;

/** A line for each template, `file:line:column: proved`, with the request that breaks a broken one; then a summary. */
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
  if (proof.status === "proved") return printable(`${place}: proved\n`);
  const head = `${place}: ${proof.status}: ${proof.reason}\n`;
  if (proof.status === "undecided") return printable(head);
  const { event, output } = proof.witness;
  const request = shorten(JSON.stringify(event));
  return printable(`${head}  request: ${request}\n  output:  ${shorten(JSON.stringify(output))}\n`);
}

function shorten(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}

function summary(counts: ProofCounts): string {
  const { proved, broken, undecided } = counts;
  const others = counts["not-applicable"];
  const rest = others > 0 ? `; ${others} without JSON or a form` : "";
  return `${proved} proved, ${broken} broken, ${undecided} undecided${rest}\n`;
}
