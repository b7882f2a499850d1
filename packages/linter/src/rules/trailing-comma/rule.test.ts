import { expect, it } from "vitest";
import { check, fixOf, highlights } from "../../testing/check-rule.js";
import { trailingComma } from "./rule.js";

const line = (source: string) =>
  check(trailingComma, source).map(({ range }) => source.slice(0, range.start).split("\n").length);

it("says nothing of a comma that depends on the number of the round", () => {
  expect(highlights(trailingComma, "[#foreach($i in [1..3])$i#if($foreach.count < 3),#end#end]")).toEqual([]);
});

it("finds a comma that always stands before a bracket", () => {
  expect(line('{"a": 1,\n "b": [1, 2,\n]\n}')).toEqual([2]);
});

it("finds one that is left when an optional member is missing", () => {
  expect(line(`{"a": 1,\n#if($input.params('b') != "")"b": 2\n#end}`)).toEqual([1]);
});

it("finds one after the last round of a loop", () => {
  expect(line(`[#foreach($i in $input.path('$.l'))\n1,\n#end]`)).toEqual([2]);
});

it("accepts the usual ways to do without", () => {
  const loop = (body: string) => `#set($l = $input.path('$.l'))[#foreach($i in $l)${body}#end]`;
  for (const source of [
    loop("1#if($foreach.hasNext),#end"),
    loop("1#if($foreach.count < $l.size()), #end"),
    loop("#if($foreach.index > 0),#end 1"),
    loop("#if(!$foreach.first),#end 1"),
    loop("#if($velocityHasNext)1,#{else}1#end"),
    `#set($c = "")[#foreach($i in $input.path('$.l'))$c 1#set($c = ",")#end]`,
    `#set($f = true)[#foreach($i in $input.path('$.l'))#if($f)#set($f = false)#else,#end 1#end]`,
    `{#if($input.params('a') != "")"a": 1,#end "z": 1}`,
    `{"a": 1#if($input.params('a') != ""), "b": 2#end}`,
    `{#if($a != "")"a": 1#end#if($a != "" && $b != ""),#end#if($b != "")"b": 1#end}`,
  ]) {
    expect(check(trailingComma, source), source).toEqual([]);
  }
});

it("removes a comma that is always too much", () => {
  expect(fixOf(trailingComma, '{"a": 1,\n}')).toBe('{"a": 1\n}');
});

it("advises a separator where rounds are left out, and the guard where there is none", () => {
  const filtered = "[#foreach($i in $input.path('$.items'))#if($i.active == true)1#if($foreach.hasNext),#end#end#end]";
  expect(check(trailingComma, filtered).map(({ message }) => message)).toEqual([
    expect.stringContaining('`#set($comma = ",")` behind it'),
  ]);
  const separated =
    '#set($comma = "")[#foreach($i in $input.path(\'$.items\'))#if($i.active == true)$comma 1#set($comma = ",")#end#end]';
  expect(check(trailingComma, separated)).toEqual([]);
  const [found] = check(trailingComma, "[#foreach($i in $input.path('$.items'))1,#end]");
  expect(found?.message).toContain("#if($foreach.hasNext),#end");
});

it("says nothing of what could not be read between comma and bracket", () => {
  expect(highlights(trailingComma, '{"a": 1, #set($b = "b\n"b": 2\n}')).toEqual([]);
  expect(highlights(trailingComma, '{"a": 1,}#set($b = "b')).toEqual([","]);
});
