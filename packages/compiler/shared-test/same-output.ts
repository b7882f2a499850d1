/**
 * Whether two outputs are the same but for identity hash codes, which differ between any two runs of a JVM: every
 * number that differs must stand for the same other number throughout. Only templates that ask a block for its
 * `hashCode()` print any.
 */
export function sameButForIdentityHashes(template: string, expected: string, actual: string): boolean {
  if (!template.includes("hashCode()")) return false;
  const theirs = expected.split(/(\d+)/);
  const ours = actual.split(/(\d+)/);
  if (theirs.length !== ours.length) return false;
  const known = new Map<string, string>();
  return theirs.every((piece, i) => {
    const other = ours[i]!;
    if (piece === other) return true;
    if (i % 2 === 0) return false;
    const before = known.get(piece) ?? other;
    known.set(piece, other);
    return before === other;
  });
}
