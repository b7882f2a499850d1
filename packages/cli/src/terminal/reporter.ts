import type { OutputStream } from "../io/io.js";
import type { Paint, Palette } from "./palette.js";
import { printable } from "./printable.js";
import { formatProblem, type Problem } from "./problem.js";

/** Width used where there is no terminal. */
export const DEFAULT_COLUMNS = 100;

/** Tells the user things, on stderr only: stdout belongs to the document. */
export class Reporter {
  readonly palette: Palette;
  readonly #stderr: OutputStream;

  constructor(stderr: OutputStream, palette: Palette) {
    this.#stderr = stderr;
    this.palette = palette;
  }

  problem(problem: Problem): void {
    this.#stderr.write(formatProblem(problem, this.palette, this.#stderr.columns ?? DEFAULT_COLUMNS));
  }

  /** A line that may hold texts and names of files, which cannot steer the terminal. */
  line(text: string, paint: Paint = (plain) => plain): void {
    this.painted(paint(printable(text)));
  }

  /** A line that has colours, and of files only what was made `printable`. */
  painted(text: string): void {
    this.#stderr.write(`${text}\n`);
  }
}
