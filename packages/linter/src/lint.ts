import type { DialectName } from "@apigw-vtl/compiler";
import type { HoleRange, TemplateFacts } from "@apigw-vtl/definitions";
import type { Finding, SuppressedFinding } from "./finding.js";
import { applyFixes, type FixSelection, rangesAfter } from "./fix.js";
import { joinEdits } from "./join-edits.js";
import type { ProverAssumptions } from "./prover/assumptions.js";
import { joinFindings } from "./prover/join-findings.js";
import { proofFindings, proofRuleIds } from "./prover/proof-finding.js";
import type { ProofResult } from "./prover/proof-result.js";
import type { Level, TextEdit } from "./rule.js";
import { rules, rulesById } from "./rules/index.js";
import { type ActiveRule, type ParsedTemplate, runRules } from "./run-rules.js";
import { applySuppressions, type ConfigSuppression } from "./suppressions/apply-suppressions.js";
import { commentSuppressions } from "./suppressions/comment-suppressions.js";
import { unusedSuppressions } from "./suppressions/unused-suppressions.js";

/** What is to be looked for in a template; `resolveConfig` makes it of a configuration file. */
export interface LintSettings {
  readonly rules: readonly ActiveRule[];
  readonly dialect: DialectName;
  /** What requests are taken to be; the others have their defaults. */
  readonly assumptions?: Partial<ProverAssumptions>;
  readonly suppressions: readonly ConfigSuppression[];
  /** How comments are reported that switch off nothing. */
  readonly unusedSuppressions: Level | "off";
}

export interface LintInput {
  readonly source: string;
  readonly facts?: TemplateFacts;
  /** Where the host fills in text that is not known here; in order of place. */
  readonly holes?: readonly HoleRange[];
  /** Default: the recommended rules. */
  readonly settings?: LintSettings;
  /** Of `source`, `facts` and the dialect, where that is known already. */
  readonly parsed?: ParsedTemplate;
  /** Of this template; what it finds wrong is a finding. Without one nothing is said of suppressions of such findings. */
  readonly proof?: ProofResult;
}

export interface LintResult {
  /** Of rules, parser and suppressions, in order of place. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

export const recommendedSettings: LintSettings = {
  rules: rules
    .filter(({ meta }) => meta.set === "recommended")
    .map((rule) => ({ rule, level: rule.meta.level, options: {} })),
  dialect: "apigateway",
  suppressions: [],
  unusedSuppressions: "warning",
};

/** Lints one template. Never throws, whatever the text. */
export function lint(input: LintInput): LintResult {
  const { source, facts, holes = [], settings = recommendedSettings, parsed, proof } = input;
  const { dialect, assumptions } = settings;
  const { findings: found, comments } = runRules({
    source,
    rules: settings.rules,
    dialect,
    assumptions,
    holes,
    ...(facts && { facts }),
    ...(parsed && { parsed }),
  });
  const findings = proof ? inOrder([...found, ...proofFindings(proof, facts)]) : found;
  const suppressions = commentSuppressions(source, comments);
  const result = applySuppressions({ source, findings, comments: suppressions, config: settings.suppressions });
  const idle = result.unused.filter(({ ruleId }) => proof !== undefined || !proofRuleIds.has(ruleId ?? ""));
  const ofProof = result.findings.filter(({ ruleId }) => proofRuleIds.has(ruleId));
  const rest = result.findings.filter((finding) => !ofProof.includes(finding));
  const told = ofProof.length === 0 ? rest : joinFindings(source, rest, ofProof);
  if (settings.unusedSuppressions === "off" || idle.length === 0) return { ...result, findings: inOrder(told) };
  const known = new Set([...rulesById.keys(), ...proofRuleIds]);
  const unused = unusedSuppressions(idle, suppressions, known, settings.unusedSuppressions);
  return { findings: inOrder([...told, ...unused]), suppressed: result.suppressed };
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => a.range.start - b.range.start);
}

export interface FixResult extends LintResult {
  readonly source: string;
  /** How many findings were fixed. */
  readonly fixed: number;
  /** What leads from the given source to this one: in order, with something between any two. */
  readonly edits: readonly TextEdit[];
}

export interface FixOptions extends FixSelection {
  /** Whether edits of the given source can be made in the file that holds it. Default: all can. */
  readonly accepts?: (edits: readonly TextEdit[]) => boolean;
}

const MOST_ROUNDS = 10;

/**
 * Fixes what can be fixed, again and again until nothing more can. Where the fixes of a round are not accepted together,
 * each is tried by itself.
 */
export function lintAndFix(input: Omit<LintInput, "parsed">, { accepts, ...selection }: FixOptions): FixResult {
  let { source, holes = [] } = input;
  let result = lint(input);
  let fixed = 0;
  let edits: readonly TextEdit[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const joined = (findings: readonly Finding[]) => joinEdits(input.source.length, edits, editsOf(findings));
    const accepted = (findings: readonly Finding[]) => accepts?.(joined(findings)) ?? true;
    let next = applyFixes(source, result.findings, selection);
    if (!accepted(next.fixed)) {
      const kept: Finding[] = [];
      for (const finding of next.fixed) if (accepted([...kept, finding])) kept.push(finding);
      next = applyFixes(source, kept, selection);
    }
    if (next.fixed.length === 0) break;
    edits = joined(next.fixed);
    source = next.source;
    fixed += next.fixed.length;
    holes = rangesAfter(holes, editsOf(next.fixed));
    result = lint({ ...input, source, holes });
  }
  return { ...result, source, fixed, edits };
}

const editsOf = (findings: readonly Finding[]): readonly TextEdit[] => findings.flatMap(({ fix }) => fix?.edits ?? []);
