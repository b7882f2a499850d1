import { isJson } from "@apigw-vtl/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkJson } from "./check-json.js";

/** The message and the offending text. */
function problem(text: string): readonly [message: string, offending: string] | undefined {
  const found = checkJson(text);
  return found && [found.message, text.slice(found.start, found.end)];
}

describe("checkJson", () => {
  it.each(["{}", "[]", ' [ 1 , -0.5e+3 , true , null , "\\u00e9\\n" ] \n', '{"a":{"b":[]},"c":""}', "0", '"x"'])(
    "accepts %s",
    (text) => expect(checkJson(text)).toBeUndefined(),
  );

  it.each([
    ["", "it is empty", ""],
    ["  \n", "it is empty", ""],
    ['{"a": 1', "it ends before a '}'", ""],
    ["[1,", "it ends before a ']'", ""],
    ['{"a"', "it ends before a '}'", ""],
    ["{} {}", "there is text after the end of the document", "{"],
    ['{"a": 1,}', "there is a comma before '}'", ",}"],
    ["[1, ]", "there is a comma before ']'", ", ]"],
    ['{"a": }', "a value is missing before '}'", "}"],
    ['{"a": , "b": 1}', "a value is missing before ','", ","],
    ["[1,,2]", "a value is missing before ','", ","],
    ["{,}", "a key and its value are missing before ','", ","],
    ['{"a" 1}', "expected ':' after the key", "1"],
    ['{"a"}', "expected ':' after the key", "}"],
    ['{"a", "b"}', "expected ':' after the key", ","],
    ['{"a": 1 "b": 2}', "expected ',' or '}' after the value", '"'],
    ["[1 2]", "expected ',' or ']' after the value", "2"],
    ["{a: 1}", "expected a key in double quotes", "a"],
    ["{'a': 1}", "expected a key in double quotes", "'"],
    ["[1}", "'}' closes nothing that is open here", "}"],
    ["]", "']' closes nothing that is open here", "]"],
    ["[:]", "':' belongs after a key", ":"],
    ['{"a": abc}', "'abc' is not a JSON value", "abc"],
    ["{a=1}", "expected a key in double quotes", "a"],
    ["[01]", "'01' is not a JSON number", "01"],
    ["[1.]", "'1.' is not a JSON number", "1."],
    ["[+1]", "'+1' is not a JSON number", "+1"],
    ["[-]", "'-' is not a JSON number", "-"],
    ["[True]", "'True' is not a JSON value", "True"],
    ['["a\\\'b"]', "'\\'' is not a JSON escape", "\\'"],
    ['["\\u12g4"]', "'\\u' is not a JSON escape", "\\u"],
    ['["a\nb"]', "a line break inside a string", "\n"],
    ['["a\tb"]', "a tab inside a string", "\t"],
    ['["a\u0001b"]', "a control character inside a string", "\u0001"],
    ['["abc', "a string has no closing quote", '"abc'],
    ["\ufeff{}", "'\ufeff' is not a JSON value", "\ufeff"],
  ])("refuses %j: %s", (text, message, offending) => {
    expect(isJson(text)).toBe(false);
    expect(problem(text)).toEqual([message, offending]);
  });

  it("knows the remedies for what templates typically print", () => {
    expect(checkJson('["it\\\'s"]')?.hint).toContain(`.replaceAll("\\\\'", "'")`);
    expect(checkJson("[1,]")?.hint).toContain("$foreach.hasNext");
    expect(checkJson('{"a": }')?.hint).toContain("prints nothing");
    expect(checkJson("[abc]")?.hint).toContain("double quotes");
  });

  it("agrees with JSON.parse on JSON and on damaged JSON", () => {
    const damaged = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", ":", "{", "]", '"', "\\", "1", " ", "\n", "-", "e", "."))
      .map(([text, at, inserted]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + inserted + text.slice(cut + (at % 2));
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const found = checkJson(text);
        expect(found === undefined).toBe(isJson(text));
        if (found) expect(0 <= found.start && found.start <= found.end && found.end <= text.length).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("walks a million nested brackets and a long string without recursion", () => {
    expect(checkJson("[".repeat(1e6) + "]".repeat(1e6))).toBeUndefined();
    expect(checkJson(`"${"x".repeat(5e6)}"`)).toBeUndefined();
  });
});
