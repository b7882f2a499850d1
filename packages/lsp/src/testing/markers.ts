/** A text whose marks were taken out: `|` is a cursor (`||` is Velocity's), `[|…|]` a range. */
export interface MarkedText {
  readonly text: string;
  readonly cursors: readonly number[];
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** Stand for the marks while a text is put into a host file, which escapes it: no host changes them. */
const CURSOR = "\ue000";
const START = "\ue001";
const END = "\ue002";

/** The marks as characters that survive in any host file. */
export function withSentinels(marked: string): string {
  return marked
    .replaceAll("[|", START)
    .replaceAll("|]", END)
    .replace(/(?<!\|)\|(?!\|)/g, CURSOR);
}

/** Takes the marks out again and tells where they were. */
export function readSentinels(text: string): MarkedText {
  let result = "";
  const cursors: number[] = [];
  const starts: number[] = [];
  const ranges: { start: number; end: number }[] = [];
  for (const part of text.split(/([\ue000-\ue002])/)) {
    if (part === CURSOR) cursors.push(result.length);
    else if (part === START) starts.push(result.length);
    else if (part === END) ranges.push({ start: starts.pop() ?? 0, end: result.length });
    else result += part;
  }
  ranges.sort((a, b) => a.start - b.start);
  return { text: result, cursors, ranges };
}

/** Reads a text that stands for itself. */
export function readMarkers(marked: string): MarkedText {
  return readSentinels(withSentinels(marked));
}
