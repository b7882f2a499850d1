import { rulesById } from "@apigw-vtl/linter";
import type { Diagnostic } from "vscode-languageserver-protocol";
import type { FoundViews } from "../documents/find-views.js";
import { pageOf } from "./page-of.js";
import { SEVERITIES } from "./severities.js";

/** Broken syntax is for the host's own language server to tell. */
const OURS: ReadonlySet<string> = new Set([
  "file-not-found",
  "file-not-read",
  "text-not-mapped",
  "serverless-variable",
  "template-not-text",
  "template-lost-to-yaml",
  "template-not-known",
  "no-mapping-template",
]);

/** What keeps a host file's templates from being found, and what is wrong with its integrations. */
export function hostDiagnostics({ problems }: FoundViews): Diagnostic[] {
  return problems
    .filter(({ code }) => OURS.has(code) || rulesById.has(code))
    .map(({ code, level, message, range }) => ({
      range,
      severity: SEVERITIES[level],
      code,
      codeDescription: { href: pageOf(code) },
      source: "vtl",
      message,
    }));
}
