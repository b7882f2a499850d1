import { byUse } from "../catalogue/by-use.data.js";
import type { Candidate } from "./candidate.js";

/**
 * Candidates as the list has them: by rank, then what templates have most, then by name. What has no topic is the project's
 * own, and stays in the order in which it was found.
 */
export function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  const uses = new Map(candidates.map((candidate) => [candidate, useOf(candidate)]));
  return [...candidates].sort((a, b) => a.rank - b.rank || uses.get(a)! - uses.get(b)! || byName(a, b));
}

/** How many names are commoner. */
function useOf({ topic }: Candidate): number {
  if (topic === undefined) return 0;
  const slash = topic.lastIndexOf("/");
  const names = byUse[topic.slice(0, slash)] ?? [];
  const index = names.indexOf(topic.slice(slash + 1));
  return index < 0 ? names.length : index;
}

function byName(a: Candidate, b: Candidate): number {
  if (a.topic === undefined || b.topic === undefined) return 0;
  return a.label < b.label ? -1 : Number(a.label > b.label);
}
