import type { CaseFailure, Place } from "../run/case-result.js";

/** Where a part of a file begins, from 1. */
export type LineOf = (place: Place) => { readonly line: number; readonly column: number };

/** A failure in plain lines, for documents: what is wrong, which line printed it, and the differences. */
export function failureText(failure: CaseFailure, lineOf: LineOf): string {
  const { message, hint, printedBy, differences = [], texts } = failure;
  const told = differences.map(({ path, expected = "nothing", actual = "nothing" }) => {
    return `${path}: expected ${expected}, printed ${actual}`;
  });
  const both =
    texts && differences.length === 0
      ? [`expected: ${JSON.stringify(texts.expected)}`, `printed:  ${JSON.stringify(texts.actual)}`]
      : [];
  const by = printedBy && `printed by ${placeText(printedBy, lineOf)}`;
  return [message, by, ...told, ...both, hint && `hint: ${hint}`].filter((line) => line !== undefined).join("\n");
}

/** `put.vtl:3:14` */
export function placeText(place: Place, lineOf: LineOf): string {
  const { line, column } = lineOf(place);
  return `${place.file}:${line}:${column}`;
}
