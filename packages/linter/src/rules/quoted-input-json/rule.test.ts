import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { quotedInputJson } from "./rule.js";

it("accepts JSON of which only some characters are left", () => {
  expect(highlights(quotedInputJson, `{"a": "$input.json('$.a').replaceAll("[^a-z]", "")"}`)).toEqual([]);
});

it("finds JSON in quotes", () => {
  const source = `{"a": "$input.json('$.a')", "b": "x $input.json('$.b')"}`;
  expect(highlights(quotedInputJson, source)).toEqual(["$input.json('$.a')", "$input.json('$.b')"]);
});

it("follows variables", () => {
  expect(highlights(quotedInputJson, `#set($a = $input.json('$'))#set($t = "{""a"": ""$a""}")[$t, "$a"]`)).toEqual([
    "$a",
    "$a",
  ]);
});

it("accepts it without quotes, escaped, or encoded", () => {
  const source = `{"a": $input.json('$.a'), "b": "$util.base64Encode($input.json('$'))", "c": "$util.escapeJavaScript($input.json('$'))"}`;
  expect(highlights(quotedInputJson, source)).toEqual([]);
});

it("removes the quotes when they hold nothing else", () => {
  expect(fixOf(quotedInputJson, `{"a": "$input.json('$.a')", "b": "x $input.json('$.b')"}`)).toBe(
    `{"a": $input.json('$.a'), "b": "x $input.json('$.b')"}`,
  );
});
