import { type Comment, LineIndex, type Range } from "@apigw-vtl/compiler";

/** What a comment switches off: one rule (or all), in a part of the template. */
export interface Suppression {
  /** `undefined`: every rule. */
  readonly ruleId: string | undefined;
  /** Findings that begin in it are suppressed. */
  readonly scope: Range;
  readonly comment: Range;
  readonly reason: string | undefined;
}

interface Instruction {
  readonly verb: string;
  /** Empty: every rule. */
  readonly ruleIds: readonly string[];
  readonly reason: string | undefined;
}

/**
 * Reads the comments that switch rules off and on:
 *
 *     ## vtl-disable-next-line rule-a, rule-b -- reason
 *     ## vtl-disable rule-a … ## vtl-enable rule-a
 *     ## vtl-disable-file rule-a
 *
 * and the same as `#* … *#`, which leaves the newline behind it in the output. Without names every rule is meant.
 */
export function commentSuppressions(source: string, comments: readonly Comment[]): readonly Suppression[] {
  const lines = new LineIndex(source);
  const suppressions: Suppression[] = [];
  let open: Suppression[] = [];
  const close = (ruleId: string | undefined, end: number): void => {
    const closed = open.filter((one) => ruleId === undefined || one.ruleId === ruleId);
    open = open.filter((one) => !closed.includes(one));
    for (const one of closed) suppressions.push({ ...one, scope: { start: one.scope.start, end } });
  };

  for (const { range } of comments) {
    const instruction = readInstruction(source.slice(range.start, range.end));
    if (!instruction) continue;
    const { verb, ruleIds, reason } = instruction;
    for (const ruleId of ruleIds.length === 0 ? [undefined] : ruleIds) {
      const suppression = (scope: Range): Suppression => ({ ruleId, scope, comment: range, reason });
      if (verb === "enable") close(ruleId, range.start);
      else if (verb === "disable") open.push(suppression({ start: range.end, end: source.length + 1 }));
      else if (verb === "disable-file") suppressions.push(suppression({ start: 0, end: source.length + 1 }));
      else suppressions.push(suppression(lineAfter(lines, source, range)));
    }
  }
  return [...suppressions, ...open].sort((a, b) => a.comment.start - b.comment.start);
}

function readInstruction(comment: string): Instruction | undefined {
  const text = comment
    .replace(/^##|^#\*+/, "")
    .replace(/\*#$/, "")
    .trim();
  const match = /^vtl-(disable-next-line|disable-file|disable|enable)(?=\s|$)([\s\S]*)$/.exec(text);
  if (!match) return undefined;
  const [list = "", ...reasons] = match[2]!.split(/(?:^|\s)--(?=\s|$)/);
  const reason = reasons.join("--").trim();
  return {
    verb: match[1]!,
    ruleIds: list.split(/[\s,]+/).filter((id) => id !== ""),
    reason: reason === "" ? undefined : reason,
  };
}

/** The line after the one that the comment ends in; a `##` comment holds its own line end. */
function lineAfter(lines: LineIndex, source: string, { start, end }: Range): Range {
  const text = source.slice(start, end);
  const last = start + text.replace(/(?:\r\n|\r|\n)$/, "").length;
  const { line } = lines.position(Math.max(start, last - 1));
  return {
    start: lines.lineStart(line + 1),
    end: line + 1 >= lines.lineCount ? source.length + 1 : lines.lineStart(line + 2),
  };
}
