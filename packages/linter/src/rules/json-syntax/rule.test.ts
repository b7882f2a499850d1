import { expect, it } from "vitest";
import { check, factsOf, highlights } from "../../testing/check-rule.js";
import { jsonSyntax } from "./rule.js";

it("finds names without quotes or without a colon", () => {
  expect(highlights(jsonSyntax, '{name: "x"}')).toEqual(["n"]);
  expect(highlights(jsonSyntax, `{'name': "x"}`)).toEqual(["'"]);
  expect(highlights(jsonSyntax, '{"a": 1, "code" $input.json("$")}')).toEqual(['$input.json("$")']);
  expect(highlights(jsonSyntax, '{"a" = 1}')).toEqual(["="]);
  expect(highlights(jsonSyntax, '{"a", "b"}')).toEqual([","]);
});

it("finds values that are missing on some way, and what stands between values", () => {
  expect(highlights(jsonSyntax, '{"a": }')).toEqual(["}"]);
  expect(highlights(jsonSyntax, `{"a": #if($input.body == "x")1#end, "b": 2}`)).toEqual([","]);
  expect(highlights(jsonSyntax, '{"a": 1 "b": 2}')).toEqual(['"']);
  expect(highlights(jsonSyntax, '{"a": [1, 2]; }')).toEqual([";"]);
});

it("finds objects side by side where a list was meant", () => {
  const rows = `{"rows": #foreach($r in $input.path('$.l')){"n": 1}#if($foreach.hasNext),#end#end}`;
  expect(check(jsonSyntax, rows).map(({ message }) => message)[0]).toContain("`[` and `]` around them");
});

it("finds brackets that close others", () => {
  expect(highlights(jsonSyntax, '{"a": [1}}')).toEqual(["}"]);
  const source = `{"a": {"b": 1 #if($input.path('$.c') != ""), "c": [1#end ]}}`;
  expect(highlights(jsonSyntax, source)).toEqual(["]"]);
});

it("says nothing of values that are not known, and of what the host fills in", () => {
  const source = `#set($k = $input.path('$.k')){ $k "b": [$input.json('$.c')], "d": $input.json('$.d') }`;
  expect(highlights(jsonSyntax, source)).toEqual([]);
  const holes = [{ start: 1, end: 9 }];
  expect(highlights(jsonSyntax, "{<member>}", { holes })).toEqual([]);
  expect(highlights(jsonSyntax, "{<member>}")).toEqual(["<"]);
});

it("knows that an entry of a map may hold anything", () => {
  const source = `{#foreach($e in $input.path('$.m').entrySet())"n": $e.getValue().M.n.N#if($foreach.hasNext),#end#end}`;
  expect(highlights(jsonSyntax, source)).toEqual([]);
});

it("leaves a semicolon after #set to semicolon-after-set", () => {
  expect(highlights(jsonSyntax, '#set($a = 1);{"a": 1}')).toEqual([]);
  expect(highlights(jsonSyntax, '{"a": $input.json("$.a");}')).toEqual([";"]);
});

it("says nothing of a MOCK's status, which is read leniently, and of templates that cannot be read", () => {
  const facts = factsOf({ integration: { type: "MOCK" } });
  expect(highlights(jsonSyntax, "{statusCode: 200}", { facts })).toEqual([]);
  expect(highlights(jsonSyntax, "{statusCode: 200}", { facts: { ...facts, direction: "response" } })).toEqual(["s"]);
  expect(highlights(jsonSyntax, "{statusCode:200}")).toEqual([]);
  expect(highlights(jsonSyntax, "{statusCode:200}", { facts: factsOf() })).toEqual(["s"]);
  expect(highlights(jsonSyntax, "{a: #if(}")).toEqual([]);
});

it("accepts JSON in many ways", () => {
  const source = `#set($n = $input.params('n')){"a": [#foreach($e in $input.path('$.l'))$e#if($foreach.hasNext),#end#end], #if($n != "")"b": -1.5e3, #end"c": true, "d": {}, "e": "it's {x: 1}", "f": null}`;
  expect(highlights(jsonSyntax, source)).toEqual([]);
});

it("accepts what looks like a variable of the host's wherever it stands", () => {
  for (const source of ['{"a": ${limit}, "b": 1}', "{${members}}", '[${first}, {"b": ${b}}]']) {
    expect(highlights(jsonSyntax, source)).toEqual([]);
  }
  expect(highlights(jsonSyntax, '{"a": $limit, "b": 1}')).toEqual([","]);
});

it("names characters that cannot be seen", () => {
  const messageOf = (source: string) => check(jsonSyntax, source)[0]?.message;
  expect(messageOf('{"a":\u00a01}')).toMatch(/^The invisible character U\+00A0 is not JSON at this place: a value/);
  expect(messageOf('\ufeff{"a": 1}')).toMatch(/^The invisible character U\+FEFF is/);
  expect(messageOf('{"a": 1 x}')).toMatch(/^`x` is/);
});
