import { expect, it } from "vitest";
import { check, factsOf, highlights } from "../../testing/check-rule.js";
import { unclosedDocument } from "./rule.js";

/** Where the bracket stands that is never closed. */
const placeOf = (source: string): number | undefined => check(unclosedDocument, source)[0]?.range.start;

it("finds the bracket that is never closed", () => {
  expect(placeOf('{"a": "$context.requestId"\n')).toBe(0);
  expect(placeOf('{"a": {"b": 1, "c": [1]')).toBe(6);
  expect(placeOf(`{"l": [#foreach($i in $input.path('$.l'))"x"#if($foreach.hasNext),#end#end`)).toBe(6);
  expect(placeOf('#set($x = 1)\n{\n "a": "}"')).toBe(13);
  expect(highlights(unclosedDocument, "[1, 2")).toEqual(["["]);
});

it("accepts what is closed on some way, and what is no JSON", () => {
  for (const source of [
    '{"a": 1}',
    `{"a": 1#if($input.params('x') != "")}#end`,
    "{#if($input.params('x') == '')\"a\": 1}#else\"b\": 2}#end",
    "Action=A&B={",
    "<a>{</a>",
  ]) {
    expect(check(unclosedDocument, source), source).toEqual([]);
  }
});

it("leaves alone what the host or a MOCK integration may read otherwise", () => {
  const holes = [{ start: 8, end: 14 }];
  expect(check(unclosedDocument, '{"a": 1 <rest>', { holes })).toEqual([]);
  expect(check(unclosedDocument, '{"statusCode": 200', { facts: factsOf({ integration: { type: "MOCK" } }) })).toEqual(
    [],
  );
});
