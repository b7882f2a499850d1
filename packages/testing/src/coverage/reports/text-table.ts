import { type CoverageSummary, type FileCoverage, percentOf, summaryOf } from "../coverage.js";

/** A line of the table; the last one is that of all files. */
export interface TableRow {
  readonly name: string;
  readonly lines: string;
  readonly branches: string;
  /** `12, 20-22; 5 no #else; 9 many rounds`; empty if all was reached. */
  readonly missed: string;
  readonly isComplete: boolean;
}

/** The rows of a table for people: percentages, and what was not reached. */
export function coverageRows(files: readonly FileCoverage[]): readonly TableRow[] {
  const rows = files.map((file) => rowOf(file.file, summaryOf([file]), missedOf(file)));
  return [...rows, rowOf("all files", summaryOf(files), "")];
}

function rowOf(name: string, { lines, branches }: CoverageSummary, missed: string): TableRow {
  const text = (percent: number): string => percent.toFixed(1).replace(/\.0$/, "");
  const isComplete = lines.covered === lines.total && branches.covered === branches.total;
  return { name, lines: text(percentOf(lines)), branches: text(percentOf(branches)), missed, isComplete };
}

/** Lines and ways that nothing has reached. */
export function missedOf({ lines, branches }: FileCoverage): string {
  const missedLines = [...lines].filter(([, hits]) => hits === 0).map(([line]) => line);
  const ways = branches.flatMap((branch) =>
    branch.ways.filter(({ hits }) => hits === 0).map(({ name, line }) => `${line} ${name.replace(/\s+/g, " ")}`),
  );
  return [spans(missedLines), ...ways].filter((part) => part !== "").join("; ");
}

/** `1, 3-5` */
function spans(numbers: readonly number[]): string {
  const found: (readonly [number, number])[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) found[found.length - 1] = [last[0], number];
    else found.push([number, number]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(", ");
}
