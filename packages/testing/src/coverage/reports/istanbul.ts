import { LineIndex } from "@apigw-vtl/compiler";
import type { TextRange } from "@apigw-vtl/definitions";
import type { FileCoverage } from "../coverage.js";
import { rangeOfLine } from "../range-of-line.js";

/** What Istanbul's `coverage-final.json` holds, which its reports merge with that of other files. */
export function istanbul(
  files: readonly FileCoverage[],
  textOf: (file: string) => string,
  absolute: (file: string) => string,
): object {
  const entries = files.map((file) => {
    const path = absolute(file.file);
    return [path, { path, ...entryOf(file, textOf(file.file)) }] as const;
  });
  return Object.fromEntries(entries);
}

const KINDS = { if: "if", loop: "switch", operands: "binary-expr" } as const;

function entryOf({ lines, branches }: FileCoverage, text: string) {
  const index = new LineIndex(text);
  const locationOf = ({ start, end }: TextRange) => {
    const [from, to] = [index.position(start), index.position(end)];
    return { start: { line: from.line, column: from.column - 1 }, end: { line: to.line, column: to.column - 1 } };
  };
  const numbered = <Value>(values: readonly Value[]) =>
    Object.fromEntries(values.map((value, i) => [String(i), value]));
  return {
    statementMap: numbered([...lines.keys()].map((line) => locationOf(rangeOfLine(text, index, line)))),
    s: numbered([...lines.values()]),
    branchMap: numbered(
      branches.map(({ kind, line, range, ways }) => ({
        type: KINDS[kind],
        line,
        loc: locationOf(range),
        locations: ways.map((way) => locationOf(way.place.range)),
      })),
    ),
    b: numbered(branches.map(({ ways }) => ways.map(({ hits }) => hits))),
    fnMap: {},
    f: {},
  };
}
