import type { Finding, SuppressedFinding } from "../finding.js";
import type { Suppression } from "./comment-suppressions.js";

/** A suppression of the configuration: where a comment would change the output's white space. */
export interface ConfigSuppression {
  readonly ruleIds: readonly string[];
  /** Text that the finding's place has to contain; absent: any. */
  readonly text?: string;
  readonly reason?: string;
}

export interface SuppressionInput {
  readonly source: string;
  readonly findings: readonly Finding[];
  readonly comments: readonly Suppression[];
  readonly config: readonly ConfigSuppression[];
}

export interface SuppressionResult {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** Suppressions of comments that nothing was found for. */
  readonly unused: readonly Suppression[];
}

export function applySuppressions({ source, findings, comments, config }: SuppressionInput): SuppressionResult {
  const used = new Set<Suppression>();
  const left: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const matching = comments.filter((one) => covers(one, finding));
    for (const one of matching) used.add(one);
    const [comment] = matching;
    const configured = comment ? undefined : config.find((one) => isMeant(one, finding, source));
    if (comment) suppressed.push({ ...finding, suppressedBy: "comment", ...withReason(comment.reason) });
    else if (configured) suppressed.push({ ...finding, suppressedBy: "config", ...withReason(configured.reason) });
    else left.push(finding);
  }
  return { findings: left, suppressed, unused: comments.filter((one) => !used.has(one)) };
}

function covers({ ruleId, scope }: Suppression, finding: Finding): boolean {
  const { start } = finding.range;
  return (ruleId === undefined || ruleId === finding.ruleId) && scope.start <= start && start < scope.end;
}

function isMeant({ ruleIds, text }: ConfigSuppression, { ruleId, range }: Finding, source: string): boolean {
  return ruleIds.includes(ruleId) && (text === undefined || source.slice(range.start, range.end).includes(text));
}

function withReason(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
