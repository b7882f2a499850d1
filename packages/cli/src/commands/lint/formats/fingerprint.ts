import type { HostFinding } from "../host-finding.js";

/** A finding and which it is of those of one file that have its rule and its line's text, from 1. */
export interface NumberedFinding<Kind extends HostFinding> {
  readonly finding: Kind;
  readonly number: number;
}

/** Numbers findings that are alike, so that each is told from the others wherever its line moves. */
export function numbered<Kind extends HostFinding>(findings: readonly Kind[]): readonly NumberedFinding<Kind>[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${finding.ruleId}\n${finding.excerpt}`;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    return { finding, number };
  });
}
