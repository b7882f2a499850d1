import { compile } from "@apigw-vtl/compiler";
import { expect, it } from "vitest";
import { check, fixOf, highlights } from "../../testing/check-rule.js";
import { commentInString } from "./rule.js";

it("finds ## between the quotes of a string", () => {
  expect(highlights(commentInString, '{"x": "ORDER##$input.params("id")"}')).toEqual(['##$input.params("id")"}']);
  expect(highlights(commentInString, '{\n "a": "b",\n "x": "ORDER##1"\n}')).toEqual(['##1"']);
});

it("writes the marks so that they are printed", () => {
  const fixed = fixOf(commentInString, '{"x": "ORDER##$input.params("id")"}');
  expect(compile(fixed).render({ querystring: { id: "7" } }).output).toBe('{"x": "ORDER##7"}');
});

it("accepts comments elsewhere, and a single #", () => {
  for (const source of [
    '{"a": "b"} ## say "hi"',
    '## "quoted\n{}',
    '{"a": "#$x", "b": "a # b"}',
    '#* a\n "b *#{}',
    '{"a": #* the "name" *# "b", "c": "d#* e *#"}',
    '{ "a": "$input.params("x")" ## a comment\n}',
  ]) {
    expect(check(commentInString, source), source).toEqual([]);
  }
});
