import { type Finding, type ProofResult, prove } from "@apigw-vtl/linter";
import type { FoundTemplate, TemplateDiagnostic } from "@apigw-vtl/templates";
import type { SelectedFile } from "../../files/find-files.js";
import { encodeUtf8 } from "../../io/encoding.js";
import type { ProjectFiles } from "../../project/project-files.js";
import type { FileLint, TemplateLint } from "./file-lint.js";
import type { HostFinding } from "./host-finding.js";
import { digestOf } from "./lint-cache.js";
import { locateFinding } from "./locate-finding.js";

/** What the rules say of a template, ranges in its text. */
export type LintTemplate = (template: FoundTemplate) => readonly Finding[];

/** Searches a file and lints what it holds. Throws an `InputError` if the file cannot be read. */
export async function lintFile(
  file: SelectedFile,
  project: ProjectFiles,
  lintTemplate: LintTemplate,
  proves: boolean,
): Promise<FileLint> {
  const { templates, diagnostics, referred } = await project.search(file);
  return {
    path: file.path,
    dependencies: referred.map((path) => ({
      path,
      ...(project.has(path) && { digest: digestOf(encodeUtf8(project.textOf(path))) }),
    })),
    templates: templates.map((template) => locate(template, lintTemplate(template), project, proves)),
    diagnostics: diagnostics.map((diagnostic) => ({
      file: diagnostic.file,
      finding: diagnosticFinding(diagnostic, project),
    })),
  };
}

function locate(
  template: FoundTemplate,
  findings: readonly Finding[],
  project: ProjectFiles,
  proves: boolean,
): TemplateLint {
  const { file, range, address, referredFrom, text, facts, holes } = template;
  const { line, column } = project.linesOf(file, range);
  const proof = proves ? prove(text, { facts, holes }) : undefined;
  const broken = proof?.status === "broken" ? [brokenOutput(proof)] : [];
  return {
    file,
    ...range,
    line,
    column,
    address,
    referred: referredFrom !== undefined,
    findings: [...findings, ...broken].map((finding) => locateFinding(finding, template, project)),
    ...(proof !== undefined && { proof }),
  };
}

function brokenOutput({ output, reason, witness }: Extract<ProofResult, { status: "broken" }>): Finding {
  const name = output === "json" ? "JSON" : "form-encoded";
  const message = `A request can break the ${name} output: ${reason}. --prove shows the request.`;
  return { ruleId: `${output}-output`, level: "error", message, range: witness.range };
}

/** What keeps a file from being linted whole is worth a warning: its templates may be used all the same. */
function diagnosticFinding(
  { code, message, file, start, end }: TemplateDiagnostic,
  project: ProjectFiles,
): HostFinding {
  const place = { start, end };
  return {
    ruleId: code,
    level: "warning",
    message,
    ...place,
    ...project.linesOf(file, place),
    address: "",
    excerpt: "",
  };
}
