import type { Finding } from "../finding.js";
import { rulesById } from "../rules/index.js";
import type { ProofFinding } from "./proof-finding.js";

/**
 * Findings of rules and proof with one for each place: where the proof has the request for what a rule says of the
 * output, its finding has the rule's words and fix too.
 */
export function joinFindings(
  source: string,
  findings: readonly Finding[],
  proved: readonly ProofFinding[],
): readonly Finding[] {
  const joined = new Set<Finding>();
  const ofProof = proved.map(({ advice, ...finding }) => {
    const same = findings.filter((other) => canBeShown(other) && meet(source, other, finding));
    for (const other of same) joined.add(other);
    const fix = same.find((other) => other.fix !== undefined)?.fix;
    const suggestions = same.flatMap((other) => other.suggestions ?? []);
    const words = same.length > 0 ? same.map((other) => other.message) : advice === undefined ? [] : [advice];
    const message = [finding.message, ...words].join(" ");
    // What is missing at the end is told where it was opened.
    const range = isAtEnd(source, finding) ? (same[0]?.range ?? finding.range) : finding.range;
    return { ...finding, range, message, ...(fix && { fix }), ...(suggestions.length > 0 && { suggestions }) };
  });
  return [...findings.filter((finding) => !joined.has(finding)), ...ofProof];
}

function canBeShown({ ruleId }: Finding): boolean {
  return rulesById.get(ruleId)?.meta.about !== undefined;
}

const isAtEnd = (source: string, { range }: Finding): boolean => range.start === source.length;

/** Whether ranges overlap, or only blanks are between them: a comma and the bracket that may not follow it. */
function meet(source: string, rule: Finding, proof: Finding): boolean {
  if (rule.ruleId === "unclosed-document") return isAtEnd(source, proof);
  const { range: a } = rule;
  const { range: b } = proof;
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return second.start < first.end || source.slice(first.end, second.start).trim() === "";
}
