import { byUse } from "../catalogue/by-use.data.js";
import type { Candidate } from "./candidate.js";

/**
 * Candidates as the list has them: by rank, then what templates have most, then by name. What has no topic is the project's
 * own, and stays in the order in which it was found.
 */
export function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => a.rank - b.rank || useOf(a) - useOf(b) || byName(a, b));
}

/** Methods of classes are offered again and again. */
const uses = new WeakMap<Candidate, number>();

/** How many names are commoner. */
function useOf(candidate: Candidate): number {
  const { topic } = candidate;
  if (topic === undefined) return 0;
  let use = uses.get(candidate);
  if (use === undefined) {
    const slash = topic.lastIndexOf("/");
    const names = byUse[topic.slice(0, slash)] ?? [];
    const index = names.indexOf(topic.slice(slash + 1));
    use = index < 0 ? names.length : index;
    uses.set(candidate, use);
  }
  return use;
}

function byName(a: Candidate, b: Candidate): number {
  if (a.topic === undefined || b.topic === undefined) return 0;
  return a.label < b.label ? -1 : Number(a.label > b.label);
}
