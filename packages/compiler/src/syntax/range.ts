/** A half-open range `[start, end)` of UTF-16 offsets into the template. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column (UTF-16 units), as compilers print them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds line and column of offsets in one text; build it once, ask it often. */
export class LineIndex {
  readonly #lineStarts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    // Most texts are asked for a place or two: what V8 searches by itself is faster than code that runs once.
    const lineEnd = /\r\n?|\n/g;
    while (lineEnd.test(text)) starts.push(lineEnd.lastIndex);
    this.#lineStarts = starts;
    this.#length = text.length;
  }

  /** Offsets outside the text are clamped to it. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.#length));
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lineStarts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - this.#lineStarts[low]! + 1 };
  }

  /** Offset of the first unit of a 1-based line; the end of the text for lines beyond the last. */
  lineStart(line: number): number {
    return this.#lineStarts[line - 1] ?? this.#length;
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }
}
