import { type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { OutputProblem } from "../requests/render.js";

const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol: "This is no JSON value: a text needs double quotes.",
  InvalidNumberFormat: "This is no JSON number.",
  PropertyNameExpected: "A member's name in double quotes is missing here.",
  ValueExpected: "A value is missing here.",
  ColonExpected: "A colon is missing here.",
  CommaExpected: "A comma is missing here.",
  CloseBraceExpected: "A } is missing here.",
  CloseBracketExpected: "A ] is missing here.",
  EndOfFileExpected: "The document has ended before this.",
  InvalidCommentToken: "JSON has no comments.",
  UnexpectedEndOfString: "This string has no closing quote on its line; a line break in it must be escaped.",
  InvalidUnicode: "\\u needs four hexadecimal digits.",
  InvalidEscapeCharacter: "JSON has no such escape.",
  InvalidCharacter: "A control character, such as a line break, must be escaped in a string.",
};

/** Why an output is not JSON, the first place of it; none if it is. */
export function jsonProblems(output: string): readonly OutputProblem[] {
  try {
    JSON.parse(output);
    return [];
  } catch (error) {
    const errors: ParseError[] = [];
    parseTree(output, errors, { disallowComments: true });
    if (errors.length === 0) {
      const message = error instanceof Error ? error.message : String(error);
      return [{ message, start: 0, end: output.length }];
    }
    // What follows the first one is mostly its consequence.
    return errors.slice(0, 1).map(({ error: code, offset, length }) => ({
      message: MESSAGES[printParseErrorCode(code)] ?? "This is not JSON.",
      start: offset,
      end: Math.min(offset + length, output.length),
    }));
  }
}
