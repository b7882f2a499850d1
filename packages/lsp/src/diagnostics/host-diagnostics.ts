import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-protocol";
import type { FoundViews } from "../documents/find-views.js";
import { pageOf } from "./page-of.js";

/** Broken syntax is for the host's own language server to tell. */
const OURS: ReadonlySet<string> = new Set([
  "file-not-found",
  "file-not-read",
  "text-not-mapped",
  "serverless-variable",
  "no-mapping-template",
]);

/** What keeps a host file's templates from being found. */
export function hostDiagnostics({ problems }: FoundViews): Diagnostic[] {
  return problems
    .filter(({ code }) => OURS.has(code))
    .map(({ code, message, range }) => ({
      range,
      severity: code === "no-mapping-template" ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
      code,
      codeDescription: { href: pageOf(code) },
      source: "vtl",
      message,
    }));
}
