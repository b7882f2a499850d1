import { LineIndex, type Range } from "@apigw-vtl/compiler";
import type { Palette } from "./palette.js";
import { printable } from "./printable.js";
import { sourceFrame } from "./source-frame.js";

/** A place in an input, with the whole text so that its line can be shown. */
export interface SourceLocation {
  /** A path, or `<stdin>`, `<inline>`, `<output>`. */
  readonly name: string;
  readonly text: string;
  readonly range: Range;
}

/** One message to the user, as compilers print them. */
export interface Problem {
  readonly severity: "error" | "warning" | "info" | "note";
  /** A code of the compiler's table. */
  readonly code?: string | undefined;
  readonly message: string;
  readonly location?: SourceLocation | undefined;
  /** What to do; lines of a list come after line feeds. */
  readonly hint?: string | undefined;
  /** The page about this code. */
  readonly url?: string | undefined;
}

/** Formats as `file:line:column: error[code]: message`, the marked source lines, the hint and the page; ends in a line feed. */
export function formatProblem(problem: Problem, palette: Palette, columns: number): string {
  const paint =
    problem.severity === "error" ? palette.error : problem.severity === "warning" ? palette.warning : palette.note;
  const label = paint(problem.severity + (problem.code === undefined ? "" : `[${problem.code}]`));
  const lines = [`${label}: ${palette.strong(printable(problem.message))}`];
  if (problem.location !== undefined) {
    const { name, text, range } = problem.location;
    const { line, column } = new LineIndex(text).position(range.start);
    lines[0] = `${palette.strong(`${printable(name)}:${line}:${column}:`)} ${lines[0]}`;
    lines.push(...sourceFrame(text, range, { palette, paint, columns }));
  }
  if (problem.hint !== undefined) {
    const [first = "", ...more] = printable(problem.hint).split("\n");
    lines.push(`   ${palette.faint("=")} hint: ${first}`, ...more.map((line) => `     ${line}`));
  }
  if (problem.url !== undefined) lines.push(`   ${palette.faint("=")} see ${problem.url}`);
  return `${lines.join("\n")}\n`;
}
