import type { HoleConstruct, Piece } from "./piece.js";

/** Collects the pieces of one literal; runs of verbatim text that touch become one piece. */
export class PieceBuilder {
  readonly pieces: Piece[] = [];
  private runStart = -1;
  private runEnd = -1;

  /** `base` is the host offset of the literal's first character. */
  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  /** Source characters that the template has as they are. */
  verbatim(start: number, end: number): void {
    if (start >= end) return;
    if (this.runEnd !== start) {
      this.flush();
      this.runStart = start;
    }
    this.runEnd = end;
  }

  /** Source characters that stand for `text`; nothing if `text` is empty. */
  escape(start: number, end: number, text: string): void {
    this.flush();
    if (text === "") return;
    this.pieces.push({ kind: "escape", text, start: this.base + start, end: this.base + end });
  }

  /** A host expression, delimiters included in the range. */
  hole(start: number, end: number, construct: HoleConstruct, expression: string): void {
    this.flush();
    const source = this.source.slice(start, end);
    this.pieces.push({ kind: "hole", construct, expression, source, start: this.base + start, end: this.base + end });
  }

  finish(): Piece[] {
    this.flush();
    return this.pieces;
  }

  private flush(): void {
    if (this.runStart < 0) return;
    const { runStart, runEnd } = this;
    const text = this.source.slice(runStart, runEnd);
    this.pieces.push({ kind: "verbatim", text, start: this.base + runStart, end: this.base + runEnd });
    this.runStart = -1;
    this.runEnd = -1;
  }
}
