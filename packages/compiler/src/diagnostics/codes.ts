/** Every code that the compiler can report, with the title of its page in `docs/codes/`. */
export const codes = {
  // syntax: the service answers 500 to every request (API_CONFIGURATION_ERROR)
  "unexpected-token": "Something stands where Velocity cannot read it",
  "unclosed-parenthesis": "A directive's `(` is never closed",
  "unclosed-reference": "A `${`, `[` or `(` of a reference is never closed",
  "unclosed-string": "A string literal is never closed",
  "unclosed-textblock": "A `#[[` is never closed",
  "missing-end": "A block has no `#end`",
  "unexpected-end": "`#end`, `#else` or `#elseif` without its `#if`",
  "empty-literal": "A `#literal` has nothing before its `#end`",
  "missing-parenthesis": "A directive needs parentheses",
  "trailing-sigil": "The template ends in `$` or `#`",
  "invalid-arguments": "A directive's arguments are not of the right form",
  "invalid-escape": "`\\u` in a string is not followed by four hexadecimal digits",
  "nesting-too-deep": "Blocks or expressions are nested too deeply",
  "too-long": "A reference or a number is longer than the limit",
  // rendering
  "java-exception": "A Java method throws an exception",
  "invalid-payload": "The payload is broken JSON",
  "invalid-json-path": "A JSONPath cannot be read",
  "resource-not-found": "`#include` and `#parse` have nothing to read",
  "not-a-scope": "`#break` with an argument that is no scope",
  "macro-depth": "Macros call each other too deeply",
  // limits of this engine
  "limit-output": "The output is larger than the limit",
  "limit-steps": "The template runs longer than the limit",
  "limit-time": "The template takes longer than the limit",
  "limit-regex": "A regular expression backtracks longer than the limit",
  "limit-depth": "A value is nested deeper than the limit",
} as const;

export type Code = keyof typeof codes;

/** Where the page of a code is published. */
export function documentationUrl(code: string): string {
  return `https://github.com/apigw-vtl/apigw-vtl/blob/main/docs/codes/${code}.md`;
}
