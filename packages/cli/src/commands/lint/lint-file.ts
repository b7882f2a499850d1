import {
  type FoundTemplate,
  type FoundTemplates,
  otherVelocity,
  type TemplateDiagnostic,
} from "@apigw-vtl/definitions";
import {
  type Level,
  type LintResult,
  lint,
  lintRoutes,
  type ProofResult,
  parseTemplate,
  prove,
  type ResolvedConfig,
  type TemplateFacts,
} from "@apigw-vtl/linter";
import type { Configurations } from "../../configuration/configurations.js";
import type { SelectedFile } from "../../files/find-files.js";
import type { ProjectFiles } from "../../project/project-files.js";
import type { DependencyReader } from "./dependencies.js";
import type { FileLint, TemplateLint } from "./file-lint.js";
import type { HostFinding } from "./host-finding.js";
import { LONGEST_EXCERPT, locateFinding } from "./locate-finding.js";

/** Searches a file and lints what it holds; `reader` tells what that depends on. Throws an `InputError` if it or its configuration cannot be read. */
export async function lintFile(
  file: SelectedFile,
  project: ProjectFiles,
  configurations: Configurations,
  proves: boolean,
  reader?: DependencyReader,
): Promise<FileLint> {
  const { path } = file;
  const dependenciesOn = async (referred: readonly string[]) =>
    reader && { dependencies: await reader.read(path, referred) };
  if ((await configurations.for(path)).ignored) {
    return { path, templates: [], diagnostics: [], ...(await dependenciesOn([])) };
  }
  const found = await project.search(file);
  const templates: TemplateLint[] = [];
  const diagnostics: TemplateDiagnostic[] = [...found.diagnostics];
  for (const template of found.templates) {
    const config = await configurations.for(template.file);
    if (config.ignored) continue;
    const other = config.isDialectGiven ? undefined : otherVelocity(template);
    if (other === undefined) templates.push(lintTemplate(template, config, project, proves));
    else diagnostics.push(noMappingTemplate(template, other));
  }
  return {
    path,
    templates,
    diagnostics: [
      ...(await fileFindings(diagnostics, project, configurations)),
      ...(await routeFindings(found, project, configurations)),
    ],
    ...(await dependenciesOn(found.referred)),
  };
}

/** What keeps files from being linted whole, as bad as their configurations say. */
async function fileFindings(
  diagnostics: readonly TemplateDiagnostic[],
  project: ProjectFiles,
  configurations: Configurations,
): Promise<FileLint["diagnostics"]> {
  const found: FileLint["diagnostics"][number][] = [];
  for (const diagnostic of diagnostics) {
    const { code, file } = diagnostic;
    const level = (await configurations.for(file)).fileLevels[code];
    if (level !== "off") found.push({ file, finding: diagnosticFinding(diagnostic, level, project) });
  }
  return found;
}

/** What is wrong with the integrations of a file, and of those that it takes its API from. */
async function routeFindings(
  { routes }: FoundTemplates,
  project: ProjectFiles,
  configurations: Configurations,
): Promise<FileLint["diagnostics"]> {
  const textOf = (path: string) => project.textOf(path);
  const found: FileLint["diagnostics"][number][] = [];
  for (const one of routes) {
    const { place: owner } = one.route.integration ?? one.route;
    if (owner === undefined) continue;
    const config = await configurations.for(owner.file);
    if (config.ignored) continue;
    for (const { place, ...finding } of lintRoutes([one], textOf, config.rules)) {
      const { file, range } = place;
      const lines = project.linesOf(file, range);
      const excerpt = project.textOf(file).slice(range.start, range.end).slice(0, LONGEST_EXCERPT);
      found.push({ file, finding: { ...finding, ...range, ...lines, address: "", excerpt } });
    }
  }
  return found;
}

/** What the linter says of a template, ranges in its text; with a proof, also what that finds wrong. */
export function findingsOf(
  template: FoundTemplate,
  config: ResolvedConfig,
  proves = false,
): LintResult & { readonly proof?: ProofResult } {
  const { text: source, holes } = template;
  const { dialect, assumptions } = config;
  const facts = factsOf(template, config);
  const parsed = parseTemplate({ source, facts, holes, dialect, assumptions });
  const proof = proves ? { proof: prove(source, { facts, holes, dialect, assumptions, parsed }) } : {};
  return { ...lint({ source, facts, holes, settings: config, parsed, ...proof }), ...proof };
}

/** What the host does not say the configuration may. */
function factsOf({ facts }: FoundTemplate, { direction, contentType }: ResolvedConfig): TemplateFacts {
  return {
    ...(direction !== undefined && { direction }),
    ...(contentType !== undefined && { contentType }),
    ...facts,
  };
}

function lintTemplate(
  template: FoundTemplate,
  config: ResolvedConfig,
  project: ProjectFiles,
  proves: boolean,
): TemplateLint {
  const { file, range, address, referredFrom } = template;
  const { line, column } = project.linesOf(file, range);
  const { findings, suppressed, proof } = findingsOf(template, config, proves);
  return {
    file,
    ...range,
    line,
    column,
    address,
    referred: referredFrom !== undefined,
    findings: findings.map((finding) => locateFinding(finding, template, project)),
    suppressed: suppressed.map((finding) => ({
      ...locateFinding(finding, template, project),
      suppressedBy: finding.suppressedBy,
      ...(finding.reason !== undefined && { reason: finding.reason }),
    })),
    ...(proof !== undefined && { proof }),
  };
}

/** Rules would be wrong about it: one line, at its beginning, says why there is nothing else. */
function noMappingTemplate({ file, range: { start } }: FoundTemplate, other: string): TemplateDiagnostic {
  const message = `${other}: nothing is checked. \`dialect\` in the configuration says otherwise.`;
  return { code: "no-mapping-template", message, file, start, end: start };
}

/** What keeps a file from being linted whole: its templates may be used all the same. */
function diagnosticFinding(
  { code, message, file, start, end }: TemplateDiagnostic,
  level: Level,
  project: ProjectFiles,
): HostFinding {
  const place = { start, end };
  return {
    ruleId: code,
    level,
    message,
    ...place,
    ...project.linesOf(file, place),
    address: "",
    excerpt: "",
  };
}
