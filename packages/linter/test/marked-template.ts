import type { Range } from "@apigw-vtl/compiler";

export interface MarkedTemplate {
  readonly source: string;
  /** What stands between `[|` and `|]`. */
  readonly marks: readonly Range[];
}

/** Reads a template in which `[|…|]` mark places. */
export function readMarked(text: string): MarkedTemplate {
  const marks: Range[] = [];
  let source = "";
  let at = 0;
  for (const mark of text.matchAll(/\[\|(.*?)\|\]/gs)) {
    source += text.slice(at, mark.index);
    marks.push({ start: source.length, end: source.length + mark[1]!.length });
    source += mark[1];
    at = mark.index + mark[0].length;
  }
  return { source: source + text.slice(at), marks };
}
