import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { emptyUnquotedValue } from "./rule.js";

it("finds values that may be missing", () => {
  const source = `#set($r = $input.path('$')){"a": $input.path('$.a'), "b": $r.b, "c": $input.params('c'), "d": $nothing}`;
  expect(highlights(emptyUnquotedValue, source)).toEqual(["$input.path('$.a')", "$r.b", "$input.params('c')"]);
});

it("finds members of a loop's items", () => {
  expect(
    highlights(emptyUnquotedValue, `[#foreach($i in $input.path('$.l')){"n": $i.n}#if($foreach.hasNext),#end#end]`),
  ).toEqual(["$i.n"]);
});

it("accepts a test and a default", () => {
  const source = `#set($n = $input.path('$.n'))#if($n == "")#set($n = 0)#end{"n": $n #if($input.path('$.m') != ""), "m": $input.path('$.m')#end}`;
  expect(highlights(emptyUnquotedValue, source)).toEqual([]);
});

it("accepts JSON, numbers, quotes, and lists that may be empty", () => {
  const source = `{"a": $input.json('$.a'), "b": $context.requestTimeEpoch, "c": "$input.path('$.c')", "d": [$input.path('$.d')]}`;
  expect(highlights(emptyUnquotedValue, source)).toEqual([]);
});

it("looks into the blocks of #define", () => {
  const source = `#define($d){"n": $input.path('$.n')}#end{"a": $d, "b": $d}`;
  expect(highlights(emptyUnquotedValue, source)).toEqual(["$input.path('$.n')"]);
});

it("finds text outside of quotes though it is there", () => {
  expect(highlights(emptyUnquotedValue, `#if($input.params('q') != ""){"q": $input.params('q')}#end`)).toHaveLength(1);
});

it("accepts a text that was tested for a number", () => {
  const source = (pattern: string) =>
    `#set($n = $input.params('n')){#if($n != "" && $n.matches('${pattern}'))"n": $n#end}`;
  expect(highlights(emptyUnquotedValue, source("0|[1-9][0-9]*"))).toEqual([]);
  expect(highlights(emptyUnquotedValue, source("[0-9]+"))).toEqual(["$n"]);
  const otherwise = `{#if($input.params('n').matches('[0-9]+'))#{else}"n": $input.params('n')#end}`;
  expect(highlights(emptyUnquotedValue, otherwise)).toHaveLength(1);
});

it("finds a parameter in the place of a default that is a number, unless it was tested", () => {
  const limit = "$input.params('limit')";
  const source = (test: string) => `#set($n = 10)#if(${test})#set($n = ${limit})#end{"n": $n}`;
  expect(highlights(emptyUnquotedValue, source(`${limit} != ""`))).toEqual(["$n"]);
  expect(highlights(emptyUnquotedValue, source(`${limit}.matches("[1-9][0-9]*")`))).toEqual([]);
  const other = `#set($n = ${limit})#if(!$n.matches("[1-9][0-9]*"))#set($n = 10)#end{"n": $n}`;
  expect(highlights(emptyUnquotedValue, other)).toEqual([]);
});

it("takes an attribute of DynamoDB that is there for one with its type", () => {
  const source = `#set($i = $input.path('$.Item')){#if($i.age != "")"age": $i.age.N, #end"size": $i.size.N}`;
  expect(highlights(emptyUnquotedValue, source)).toEqual(["$i.size.N"]);
});

it("says nothing of loops that never run", () => {
  const source = `{"a": [#foreach($k in $nothing.keySet()){"n": $input.path('$.n')}#end]}`;
  expect(highlights(emptyUnquotedValue, source)).toEqual([]);
});
