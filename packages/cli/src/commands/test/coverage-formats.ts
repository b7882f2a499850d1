import { cobertura, coverageRows, type FileCoverage, htmlReport, istanbul, lcov } from "@apigw-vtl/testing/core";
import type { Palette } from "../../terminal/palette.js";
import { jsonText, printable } from "../../terminal/printable.js";

/** What a format may use besides the coverage. */
export interface CoverageContext {
  readonly palette: Palette;
  readonly textOf: (file: string) => string;
  readonly absolute: (file: string) => string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A file of a report, by its path in the folder of the coverage; without one it is for the screen. */
export interface CoverageFile {
  readonly name?: string;
  readonly text: string;
}

type CoverageFormat = (files: readonly FileCoverage[], context: CoverageContext) => readonly CoverageFile[];

export const COVERAGE_FORMATS: ReadonlyMap<string, CoverageFormat> = new Map<string, CoverageFormat>([
  ["text", (files, { palette }) => [{ text: table(files, palette) }]],
  ["lcov", (files) => [{ name: "lcov.info", text: lcov(files) }]],
  ["cobertura", (files, { now }) => [{ name: "cobertura.xml", text: cobertura(files, now) }]],
  ["html", (files, { textOf }) => htmlReport(files, textOf)],
  [
    "json",
    (files, { textOf, absolute }) => [
      { name: "coverage-final.json", text: jsonText(istanbul(files, textOf, absolute)) },
    ],
  ],
]);

function table(files: readonly FileCoverage[], palette: Palette): string {
  const rows = coverageRows(files);
  const width = Math.max(...rows.map(({ name }) => printable(name).length), 4);
  const lines = rows.map(({ name, lines: ofLines, branches, missed, isComplete }) => {
    const paint = isComplete ? palette.added : palette.warning;
    const cells = `${printable(name).padEnd(width)}  ${ofLines.padStart(7)}  ${branches.padStart(10)}`;
    return `${paint(cells)}${missed === "" ? "" : `  ${printable(missed)}`}`.trimEnd();
  });
  const head = `${"file".padEnd(width)}  ${"lines %".padStart(7)}  ${"branches %".padStart(10)}  never reached`;
  return `${palette.strong(head)}\n${lines.join("\n")}\n`;
}
