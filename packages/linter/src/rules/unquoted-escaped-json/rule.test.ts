import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { unquotedEscapedJson } from "./rule.js";

it("finds escaped text where a value belongs", () => {
  const source = `{"a": $util.escapeJavaScript($input.json('$.a')), "b": $util.escapeJavaScript($input.body)}`;
  expect(highlights(unquotedEscapedJson, source)).toEqual([
    "$util.escapeJavaScript($input.json('$.a'))",
    "$util.escapeJavaScript($input.body)",
  ]);
});

it("finds escaped text with braces around it", () => {
  const source = `{"Detail": {$util.escapeJavaScript($input.json('$'))}}`;
  expect(highlights(unquotedEscapedJson, source)).toEqual(["$util.escapeJavaScript($input.json('$'))"]);
  expect(fixOf(unquotedEscapedJson, source)).toBe(source);
});

it("accepts it in quotes, and where nothing needs escaping", () => {
  const source = `{"a": "$util.escapeJavaScript($input.json('$.a'))", "b": $util.escapeJavaScript($context.requestTimeEpoch)}`;
  expect(highlights(unquotedEscapedJson, source)).toEqual([]);
});

it("prints the JSON as it is", () => {
  expect(fixOf(unquotedEscapedJson, `{"a": $util.escapeJavaScript($input.json('$.a'))}`)).toBe(
    `{"a": $input.json('$.a')}`,
  );
});
