import type { Level } from "@apigw-vtl/linter";
import { DiagnosticSeverity } from "vscode-languageserver-protocol";

export const SEVERITIES: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};
