import type { ProofResult } from "@apigw-vtl/linter";
import type { Dependencies } from "./dependencies.js";
import type { HostFinding, SuppressedHostFinding } from "./host-finding.js";

/** What was found in one template at one place; plain data, for caches and workers. */
export interface TemplateLint {
  /** The file that holds the template, and where in it. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly address: string;
  /** Whether another file refers to this one. */
  readonly referred: boolean;
  readonly findings: readonly HostFinding[];
  readonly suppressed: readonly SuppressedHostFinding[];
  /** With `--prove`. */
  readonly proof?: ProofResult;
}

/** What searching and linting one file gave. */
export interface FileLint {
  readonly path: string;
  /** What the findings depend on beside the file itself, for a cache. */
  readonly dependencies?: Dependencies;
  readonly templates: readonly TemplateLint[];
  /** What is wrong outside of templates: with integrations, and why parts of files could not be searched. */
  readonly diagnostics: readonly { readonly file: string; readonly finding: HostFinding }[];
}

/** All that is said of one file. */
export interface FileReport {
  readonly path: string;
  /** In order of place, each once. */
  readonly findings: readonly HostFinding[];
  readonly suppressed: readonly SuppressedHostFinding[];
  readonly templates: readonly TemplateLint[];
}

interface ReportDraft {
  readonly findings: HostFinding[];
  readonly suppressed: SuppressedHostFinding[];
  readonly templates: TemplateLint[];
}

/**
 * Gathers what is said of each file that holds something, in the order of the searches. A template that is found by
 * itself and also through a reference counts as the latter, which knows more of it; one in several places of the host
 * gives each finding once.
 */
export function fileReports(lints: readonly FileLint[]): FileReport[] {
  const referred = new Set(lints.flatMap(({ templates }) => templates.filter((one) => one.referred).map(placeOf)));
  const uses = new Set<string>();
  const isNew = (use: string): boolean => uses.size < uses.add(use).size;
  const drafts = new Map<string, ReportDraft>();
  const draftOf = (path: string): ReportDraft => {
    const draft = drafts.get(path) ?? { findings: [], suppressed: [], templates: [] };
    drafts.set(path, draft);
    return draft;
  };
  for (const { templates, diagnostics } of lints) {
    for (const { file, finding } of diagnostics) draftOf(file).findings.push(finding);
    for (const template of templates) {
      if (!template.referred && referred.has(placeOf(template))) continue;
      // Both files of a Terraform module tell of a template that one has and the other uses.
      if (template.referred && !isNew(`${placeOf(template)} ${template.address}`)) continue;
      const draft = draftOf(template.file);
      draft.templates.push(template);
      draft.findings.push(...template.findings);
      draft.suppressed.push(...template.suppressed);
    }
  }
  return [...drafts].map(([path, { findings, suppressed, templates }]) => ({
    path,
    findings: inOrder(findings),
    suppressed: inOrder(suppressed),
    templates,
  }));
}

const placeOf = ({ file, start, end }: TemplateLint): string => `${start} ${end} ${file}`;

function inOrder<Kind extends HostFinding>(findings: readonly Kind[]): Kind[] {
  const once = new Map(findings.map((one) => [`${one.start} ${one.end} ${one.ruleId} ${one.message}`, one]));
  return [...once.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : 1));
}
