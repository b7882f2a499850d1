import { printParseErrorCode } from "jsonc-parser";

/** By the names of jsonc-parser. */
const TEXTS: Readonly<Record<string, string>> = {
  InvalidSymbol: "this is no JSON value: a text needs double quotes",
  InvalidNumberFormat: "this is no JSON number",
  PropertyNameExpected: "a member's name in double quotes is missing here",
  ValueExpected: "a value is missing here",
  ColonExpected: "a colon is missing here",
  CommaExpected: "a comma is missing here",
  CloseBraceExpected: "a } is missing here",
  CloseBracketExpected: "a ] is missing here",
  EndOfFileExpected: "the document has ended before this",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfString: "this string has no closing quote on its line; a line break in it must be escaped",
  InvalidUnicode: "\\u needs four hexadecimal digits",
  InvalidEscapeCharacter: "JSON has no such escape",
  InvalidCharacter: "a control character, such as a line break, must be escaped in a string",
};

/**
 * What is wrong where jsonc-parser found an error, as a clause without a full stop.
 * @param code a `ParseErrorCode` of its: a number here, since users of the package's declarations need not have it
 */
export function jsonErrorText(code: number): string {
  return TEXTS[printParseErrorCode(code)] ?? "this is not JSON";
}
