import { diffArrays, diffWordsWithSpace } from "diff";

/** A part of a line, and whether the other side lacks it. */
export interface LinePart {
  readonly text: string;
  readonly changed: boolean;
}

/** A line of one side. */
export interface ComparedLine {
  readonly changed: boolean;
  readonly parts: readonly LinePart[];
}

/** Both sides, each with all of its lines. */
export interface Comparison {
  readonly before: readonly ComparedLine[];
  readonly after: readonly ComparedLine[];
}

/** Two texts without a common line could keep the algorithm busy for minutes. */
const TIMEOUT_MS = 500;
/** Words of long lines are not compared, for the same reason. */
const MAX_WORD_LINE = 2000;

/** Marks what two lists of lines do not have in common: lines, and words of lines that stand for each other. */
export function compareLines(before: readonly string[], after: readonly string[]): Comparison {
  const changes = diffArrays([...before], [...after], { timeout: TIMEOUT_MS });
  if (changes === undefined) return { before: before.map(changedLine), after: after.map(changedLine) };
  const result = { before: [] as ComparedLine[], after: [] as ComparedLine[] };
  for (const [index, { value, removed, added }] of changes.entries()) {
    const next = changes[index + 1];
    if (removed && next?.added) {
      const pairs = pairLines(value, next.value);
      result.before.push(...pairs.before);
      result.after.push(...pairs.after);
    } else if (removed) {
      result.before.push(...value.map(changedLine));
    } else if (added) {
      if (!changes[index - 1]?.removed) result.after.push(...value.map(changedLine));
    } else {
      result.before.push(...value.map(commonLine));
      result.after.push(...value.map(commonLine));
    }
  }
  return result;
}

/** Lines that were replaced by others: the first stands for the first, and so on. */
function pairLines(removed: readonly string[], added: readonly string[]): Comparison {
  const before: ComparedLine[] = [];
  const after: ComparedLine[] = [];
  for (let i = 0; i < Math.max(removed.length, added.length); i++) {
    const old = removed[i];
    const now = added[i];
    const words = old === undefined || now === undefined ? undefined : compareWords(old, now);
    if (old !== undefined) before.push(words?.before ?? changedLine(old));
    if (now !== undefined) after.push(words?.after ?? changedLine(now));
  }
  return { before, after };
}

/** Two lines word by word; undefined when they have too little in common for that to help. */
function compareWords(old: string, now: string): { before: ComparedLine; after: ComparedLine } | undefined {
  if (old.length > MAX_WORD_LINE || now.length > MAX_WORD_LINE) return undefined;
  const changes = diffWordsWithSpace(old, now);
  const common = changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : weightOf(value)), 0);
  if (common === 0 || common * 2 < Math.max(weightOf(old), weightOf(now))) return undefined;
  const side = (left: "added" | "removed") =>
    changes
      .filter((change) => !change[left])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return { before: { changed: true, parts: side("added") }, after: { changed: true, parts: side("removed") } };
}

/** Blanks and brackets in common say little. */
const weightOf = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, "").length;

const changedLine = (text: string): ComparedLine => ({ changed: true, parts: [{ text, changed: false }] });
const commonLine = (text: string): ComparedLine => ({ changed: false, parts: [{ text, changed: false }] });

/** Lines that are compared with nothing. */
export function plainLines(lines: readonly string[]): readonly ComparedLine[] {
  return lines.map(commonLine);
}
