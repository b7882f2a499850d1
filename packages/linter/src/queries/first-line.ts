import type { Range } from "@apigw-vtl/compiler";

/** The first line that is not blank: where problems of the whole template are shown. */
export function firstLine(source: string): Range {
  const start = source.search(/\S/);
  if (start < 0) return { start: 0, end: source.length };
  const lineEnd = source.slice(start).search(/[\r\n]/);
  return { start, end: lineEnd < 0 ? source.length : start + lineEnd };
}
