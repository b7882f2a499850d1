import { LineIndex, type Range } from "@apigw-vtl/compiler";
import type { Palette } from "./palette.js";
import { markLine } from "./source-line.js";

interface FrameStyle {
  readonly palette: Palette;
  /** Colours the carets: the colour of the severity. */
  readonly paint: (text: string) => string;
  /** Width of the terminal. */
  readonly columns: number;
}

/** A line of the source; offsets are half-open and leave the line break out. */
interface SourceLine {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of `source` that `range` touches with carets under it. Of a range over many lines only the first and the
 * last are shown.
 */
export function sourceFrame(source: string, range: Range, style: FrameStyle): string[] {
  const start = Math.min(range.start, source.length);
  const last = Math.max(start, Math.min(range.end, source.length) - 1);
  const lines = new LineIndex(source);
  const firstLine = lineAt(source, lines, start);
  const lastLine = lineAt(source, lines, last);
  const gutter = Math.max(2, String(lastLine.number).length);
  const edge = (label: string) => style.palette.faint(`${label.padStart(gutter)} |`);
  const show = (line: SourceLine, from: number, to: number) => {
    const text = source.slice(line.start, line.end);
    const span = { start: from - line.start, end: to - line.start };
    const marked = markLine(text, span, Math.max(20, style.columns - gutter - 3));
    return [`${edge(String(line.number))} ${marked.text}`, `${edge("")} ${style.paint(marked.marker)}`];
  };
  if (firstLine.number === lastLine.number) return show(firstLine, start, last + 1);
  const indentation = /^[ \t]*/.exec(source.slice(lastLine.start, lastLine.end))?.[0].length ?? 0;
  return [
    ...show(firstLine, start, firstLine.end),
    ...(lastLine.number - firstLine.number > 1 ? [edge("...")] : []),
    ...show(lastLine, Math.min(lastLine.start + indentation, last), last + 1),
  ];
}

function lineAt(source: string, lines: LineIndex, offset: number): SourceLine {
  const number = lines.position(offset).line;
  const start = lines.lineStart(number);
  const breakAt = /[\r\n]/g;
  breakAt.lastIndex = start;
  return { number, start, end: breakAt.exec(source)?.index ?? source.length };
}
