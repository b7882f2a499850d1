import type { CaseFailure } from "@apigw-vtl/testing/core";
import type { FormatContext } from "./format.js";

/** A failure in plain lines, for documents: what is wrong, which line printed it, and the differences. */
export function failureText(failure: CaseFailure, context: FormatContext): string {
  const { message, hint, printedBy, differences = [], texts } = failure;
  const told = differences.map(({ path, expected = "nothing", actual = "nothing" }) => {
    return `${path}: expected ${expected}, printed ${actual}`;
  });
  const both =
    texts && differences.length === 0
      ? [`expected: ${JSON.stringify(texts.expected)}`, `printed:  ${JSON.stringify(texts.actual)}`]
      : [];
  const by = printedBy && `printed by ${placeText(printedBy, context)}`;
  return [message, by, ...told, ...both, hint && `hint: ${hint}`].filter((line) => line !== undefined).join("\n");
}

/** `put.vtl:3:14` */
export function placeText(place: NonNullable<CaseFailure["printedBy"]>, { linesOf }: FormatContext): string {
  const { line, column } = linesOf(place);
  return `${place.file}:${line}:${column}`;
}
