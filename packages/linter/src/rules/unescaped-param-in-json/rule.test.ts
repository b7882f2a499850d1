import { expect, it } from "vitest";
import { check, factsOf, fixOf, highlights } from "../../testing/check-rule.js";
import { unescapedParamInJson } from "./rule.js";

it("finds parameters, parts of the body and the user agent", () => {
  const source = `{"a": "$input.params('a')", "b": "x-$input.path('$.b')", "c": "\${context.identity.userAgent}"}`;
  expect(highlights(unescapedParamInJson, source)).toEqual([
    "$input.params('a')",
    "$input.path('$.b')",
    "${context.identity.userAgent}",
  ]);
});

it("follows variables, loops and texts that are put together", () => {
  const source = `#set($r = $input.path('$'))#set($t = "{""k"": ""$r.k""}")[#foreach($e in $r.l)"$e.id"#end $t]`;
  expect(highlights(unescapedParamInJson, source)).toEqual(["$r.k", "$e.id"]);
});

it("finds names of members", () => {
  const source = `{#foreach($k in $input.params().querystring.keySet())"$k": 1#if($foreach.hasNext),#end#end}`;
  expect(highlights(unescapedParamInJson, source)).toEqual(["$k"]);
});

it("knows which names are plain", () => {
  const loop = (map: string) => `{#foreach($k in ${map}.keySet())"$k": 1#if($foreach.hasNext),#end#end}`;
  for (const map of ["$input.params()", "$input.params().header", "$stageVariables", "$context.identity"]) {
    expect(highlights(unescapedParamInJson, loop(map)), map).toEqual([]);
  }
});

it("accepts escaped and encoded text, what the service writes, and other documents", () => {
  const source = String.raw`{"a": "$util.escapeJavaScript($input.body).replaceAll("\\'","'")", "b": "$util.base64Encode($input.body)", "c": "$context.requestId", "d": $input.json('$'), "e": "$stageVariables.x", "f": "$util.escapeJavaScript($input.body)"}`;
  expect(highlights(unescapedParamInJson, source)).toEqual([]);
  expect(highlights(unescapedParamInJson, `Name: "$input.params('a')"`)).toEqual([]);
});

it("reports authorizers if it is told to", () => {
  const source = `{"a": "$context.authorizer.claims.name"}`;
  expect(highlights(unescapedParamInJson, source)).toEqual([]);
  expect(highlights(unescapedParamInJson, source, { options: { authorizerValues: true } })).toHaveLength(1);
});

it("escapes in the documented way", () => {
  expect(fixOf(unescapedParamInJson, `{"a": "\${input.body}"}`)).toBe(
    String.raw`{"a": "$util.escapeJavaScript($input.body).replaceAll("\\'", "'")"}`,
  );
});

it("leaves what stands before the dollar sign alone", () => {
  expect(highlights(unescapedParamInJson, `{"a": "Todo#$input.params('id')"}`)).toEqual(["$input.params('id')"]);
  expect(fixOf(unescapedParamInJson, `{"a": "#$!{input.body}"}`)).toBe(
    String.raw`{"a": "#$util.escapeJavaScript($input.body).replaceAll("\\'", "'")"}`,
  );
});

it("accepts identifiers and numbers that an AWS service writes into its answer", () => {
  const answer = (service: string) => ({
    facts: factsOf({ direction: "response", integration: { service } }),
  });
  const started = `{"arn": "$input.path('$.executionArn')", "out": "$input.path('$.output')"}`;
  expect(highlights(unescapedParamInJson, started, answer("states"))).toEqual(["$input.path('$.output')"]);
  expect(highlights(unescapedParamInJson, started, answer("lambda"))).toHaveLength(2);
  expect(highlights(unescapedParamInJson, started)).toHaveLength(2);
  const item = `{"age": "$input.path('$.Item.age.N')", "name": "$input.path('$.Item.name.S')"}`;
  expect(highlights(unescapedParamInJson, item, answer("dynamodb"))).toEqual(["$input.path('$.Item.name.S')"]);
});

it("does not escape again what is put together of escaped parts", () => {
  const source = `#set($data = "")
#foreach($tok in $input.path('$').split('&'))
#set($kv = $tok.split('='))
#set($key = $util.urlDecode($kv[0]))
#set($data = "\${data}\\""\${key}\\"":\\""$util.escapeJavaScript($kv[1])\\""#if($foreach.hasNext),#end")
#end
{"input": "{$data}"}`;
  const [found] = check(unescapedParamInJson, source);
  expect(found?.message).toContain("escape the others where they are put in");
  expect(found?.fix).toBeUndefined();
});
