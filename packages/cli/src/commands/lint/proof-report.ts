import type { ProofResult } from "@apigw-vtl/linter";
import { counted } from "../../terminal/counted.js";
import { printable } from "../../terminal/printable.js";
import type { FileReport, TemplateLint } from "./file-lint.js";

/** A line for each template: `file:line:column: proved`. The findings have the requests. */
export function proofReport(reports: readonly FileReport[]): string {
  return reports
    .flatMap((report) => report.templates)
    .map(proofLines)
    .join("");
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
