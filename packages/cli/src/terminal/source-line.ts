import { type Cell, cellOf } from "./printable.js";

const ELLIPSIS: Cell = { text: "…", width: 1 };

/** A source line cut to fit, and the marker line that belongs under it. */
export interface MarkedLine {
  readonly text: string;
  readonly marker: string;
}

/** Half-open, in UTF-16 units from the beginning of the line. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Shows a line with `^^^` under `span`, in at most `columns` cells: a longer line is cut around the span's beginning.
 * Works on a slice near the span, so that a 300 KB line costs no more than a short one.
 */
export function markLine(line: string, span: Span, columns: number): MarkedLine {
  const sliceStart = Math.max(0, span.start - columns);
  const sliceEnd = Math.min(line.length, span.start + columns);
  const cells: Cell[] = [];
  let offset = sliceStart;
  let column = 0;
  let from = 0;
  let to = 0;
  for (const character of line.slice(sliceStart, sliceEnd)) {
    const cell = cellOf(character, column);
    if (offset < span.start) from = cells.length + 1;
    if (offset < span.end) to = cells.length + 1;
    cells.push(cell);
    offset += character.length;
    column += cell.width;
  }
  const fits = sliceStart === 0 && sliceEnd === line.length && column < columns;
  const before = fitting(cells.slice(0, from).reverse(), fits ? columns : Math.floor(columns / 3));
  const after = fitting(cells.slice(from), columns - before.width - (fits ? 0 : 2));
  const head = before.count < from || sliceStart > 0 ? [ELLIPSIS] : [];
  const tail = after.count < cells.length - from || sliceEnd < line.length ? [ELLIPSIS] : [];
  const shown = [...head, ...cells.slice(from - before.count, from + after.count), ...tail];
  const marked = widthOf(cells.slice(from, Math.min(Math.max(to, from), from + after.count)));
  return {
    text: shown.map((cell) => cell.text).join(""),
    marker: " ".repeat(before.width + head.length) + "^".repeat(Math.max(1, marked)),
  };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** How many of the first cells fit into `columns`, and how wide they are. */
function fitting(cells: readonly Cell[], columns: number): { count: number; width: number } {
  let width = 0;
  let count = 0;
  for (const cell of cells) {
    if (width + cell.width > columns) break;
    width += cell.width;
    count++;
  }
  return { count, width };
}
