import type { TextEdit } from "@apigw-vtl/definitions";

/** The edits of white space that lead from one text to another; `undefined` if more than white space differs. */
export function whiteSpaceEdits(before: string, after: string): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [from, to] = [whiteSpaceAt(before, i), whiteSpaceAt(after, j)];
    if (from !== to) edits.push(shortest(i, from, to));
    i += from.length;
    j += to.length;
    if (i === before.length || j === after.length) break;
    if (before[i] !== after[j]) return undefined;
    i++;
    j++;
  }
  return i === before.length && j === after.length ? edits : undefined;
}

function whiteSpaceAt(text: string, from: number): string {
  let to = from;
  while (to < text.length && /\s/.test(text[to] ?? "")) to++;
  return text.slice(from, to);
}

/** Without what is the same at both ends. */
function shortest(start: number, from: string, to: string): TextEdit {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  const most = Math.min(from.length, to.length) - head;
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  return { start: start + head, end: start + from.length - tail, newText: to.slice(head, to.length - tail) };
}
