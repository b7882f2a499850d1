import { describe, expect, it } from "vitest";
import { lint, prove, type TemplateFacts } from "../src/index.js";
import { templateInProxy } from "../src/rules/template-in-proxy/rule.js";
import { checkPaths, factsOf } from "../src/testing/check-rule.js";
import { readMarked } from "./marked-template.js";

const request = factsOf({ integration: { service: "states", action: "StartExecution" } });
const response = factsOf({ direction: "response", response: { statusCode: "200", responseParameters: {} } });
const lambda = factsOf({ integration: { service: "lambda" } });
const queue = factsOf({ integration: { service: "sqs" } });
const mock = factsOf({ integration: { type: "MOCK" } });

/** The recommended rules report the marked places by this name, and no others. */
function expectFinding(ruleId: string, marked: string, facts: TemplateFacts): void {
  const { source, marks } = readMarked(marked);
  expect(marks).not.toEqual([]);
  const found = lint({ source, facts }).findings.filter((finding) => finding.ruleId === ruleId);
  const places = found.map(({ range }) => source.slice(range.start, range.end));
  expect(places).toEqual(marks.map(({ start, end }) => source.slice(start, end)));
  expect(found.map(({ range }) => range)).toEqual(marks);
}

/** The prover has a request that breaks the output, and blames the marked place. */
function expectBroken(output: "json" | "form", marked: string, facts: TemplateFacts): void {
  const { source, marks } = readMarked(marked);
  const proof = prove(source, { facts });
  expect(proof).toMatchObject({ status: "broken", output, witness: { range: marks[0] } });
}

/** The groups of hand-checked defects in real templates, each by a text of its own written after them. */
describe("defects of real templates", () => {
  it("1: a #set that is not closed", () => {
    const template = '[|#set(|]$from = $input.params("From")\n#if($from == "a.example") #set($ok = true) #end';
    expectFinding("unclosed-parenthesis", template, response);
  });

  it("2: a member that is not in an object", () => {
    expectFinding("text-after-json", `"reason"[|:|] $input.json('$.cause')`, response);
    expectBroken("json", `"reason"[|:|] $input.path('$.cause')`, response);
  });

  it("3: the same, with only the closing brace", () => {
    expectFinding("text-after-json", `\n  "reason"[|:|] "$context.requestId"\n}`, response);
  });

  it("4: a comma after the last member", () => {
    expectFinding(
      "trailing-comma",
      `{"id": $input.json('$.Item.id.S'), "at": $input.json('$.Item.at.N')[|,|]\n}`,
      response,
    );
  });

  it("5: a comma after the last member, in every API that a generator makes", () => {
    const template = `#set($all = $input.path('$'))\n{\n  "ok": true,\n  "data": $input.json('$.data')[|,|]\n}`;
    expectFinding("trailing-comma", template, response);
  });

  it("6: a comma after the status of a MOCK", () => {
    const template = `{#if($input.params('town') == "x") "statusCode": 404[|,|] #else "statusCode": 200 #end}`;
    expectFinding("trailing-comma", template, mock);
  });

  it("7: a loop without the brackets of a list", () => {
    const rows = (open: string, object: string, close: string) =>
      `#set($all = $input.path('$'))\n{"rows": ${open}#foreach($row in $all.Items)${object}"n": $foreach.count}#if($foreach.hasNext),#end#end${close}}`;
    expectFinding("json-syntax", rows("", "[|{|]", ""), response);
    expectBroken("json", rows("", "{", "").replace(/\}$/, "[|}|]"), response);
    expect(prove(rows("[", "{", "]"), { facts: response }).status).toBe("proved");
  });

  it("8: braces round an escaped text", () => {
    const template = `{"Entries": [{"Detail": { [|$util.escapeJavaScript($input.body)|] }, "Source": "x"}]}`;
    expectFinding("unquoted-escaped-json", template, request);
    expectBroken("json", template, request);
  });

  it("9: a colon that is missing, and a variable that nothing sets", () => {
    const template = `#set($code = "EUR")[|$total|] {"rate": 1, "code" "$code"}`;
    expectFinding("undefined-reference", template, response);
    expectFinding("json-syntax", `#set($code = "EUR"){"rate": 1, "code" [|"|]$code"}`, response);
  });

  it("10: names without quotes, commas at the end, a value without quotes", () => {
    const template = (mark: (text: string, rule: string) => string) =>
      `{ ${mark("m", "name")}essage: "no", item: { id: ${mark("$input.params('id')", "value")}${mark(",", "comma")} } }`;
    const only = (rule: string) => template((text, place) => (place === rule ? `[|${text}|]` : text));
    expectFinding("json-syntax", only("name"), response);
    expectFinding("empty-unquoted-value", only("value"), response);
    expectFinding("trailing-comma", only("comma"), response);
  });

  it("11: escaped text outside of quotes", () => {
    expectFinding("unquoted-escaped-json", `{"thing": [|$util.escapeJavaScript($input.json('$.thing'))|]}`, request);
  });

  it("12: a name without quotes, and a semicolon", () => {
    expectFinding("json-syntax", `{ [|r|]eason: $input.json('$.errorMessage'); }`, response);
    expectFinding("json-syntax", `{ "reason": $input.json('$.errorMessage')[|;|] }`, response);
  });

  it("13: a loop's variable where the loop got lost", () => {
    const template = `{"Records": [{"Data": "$util.base64Encode([|$record.data|])"}#if([|$foreach.hasNext|]),#end]}`;
    expectFinding("undefined-reference", template, request);
  });

  it("14: Java's notation of maps", () => {
    const template = `{"parameters": "[|$input.params()|]", "headers": {"S": "[|$input.params().get('header')|]"}, "all": [|$input.path('$')|]}`;
    expectFinding("map-printed-in-json", template, request);
  });

  it("15: a member of a text", () => {
    const template = `#set($order = $util.escapeJavaScript($input.json('$')))\n{"id": "$order[|.id|]"}`;
    expectFinding("property-of-string", template, request);
  });

  it("16: milliseconds taken for seconds", () => {
    const template = `#set($expires = [|$context.requestTimeEpoch + 3600|])\n{"ttl": {"N": "$expires"}}`;
    expectFinding("epoch-milliseconds", template, request);
  });

  it("17: a form's value that is not encoded", () => {
    expectFinding("form-body-not-urlencoded", "Action=SendMessage&MessageBody=[|$input.body|]", queue);
    expectBroken("form", "Action=SendMessage&MessageBody=[|$input.body|]", queue);
  });

  it("18: a variable of the host that nothing replaces", () => {
    expectFinding("host-variable", '{"arn": "arn:aws:states:[|${AWS::Region}|]:1:stateMachine:x"}', request);
  });

  it("19: a template of a proxy integration", async () => {
    const paths = `/a:
  get:
    x-amazon-apigateway-integration:
      type: aws_proxy
      requestTemplates:
        application/json: '{ "statusCode": "200" }'`;
    expect(await checkPaths(templateInProxy, paths)).toMatchObject([{ at: `'{ "statusCode": "200" }'` }]);
  });

  it("20: a parameter without quotes", () => {
    const template = `{"a": [|$input.params('a')|], "id": [|$input.params().path.id|]}`;
    expectFinding("empty-unquoted-value", template, lambda);
  });

  it("21: a semicolon after the document, and after #set", () => {
    expectFinding("text-after-json", `{"result": $input.json('$')}[|;|]`, response);
    expectFinding("semicolon-after-set", "#set($id = $input.path('$.id'))[|;|]<id>$id</id>", response);
  });

  it("22: JSON in quotes", () => {
    expectFinding("quoted-input-json", `{"payload": "[|$input.json('$')|]"}`, request);
  });

  it("23: functions of AppSync", () => {
    const template = `{"data": "[|$util.defaultIfNull|]($input.path('$.d'), 'x')", "all": [|$util.toJson|]($input.path('$')), "id": "[|$util.autoId|]()"}`;
    expectFinding("unknown-util", template, request);
  });

  it("24: a call without its dollar sign", () => {
    expectFinding("missing-sigil", `{"key": "[|util.escapeJavaScript|]($input.params('key'))"}`, request);
  });

  it("25: what the host's language left behind", () => {
    expectFinding("backslash-quote", String.raw`{"body":"$input.json([|\"|]$[|\"|])"}`, request);
    expectFinding("missing-end", `{"[|#foreach($i in $input.path('$.l'))|]": {"id": 1}}`, request);
    expectFinding("json-syntax", '{"TableName" [|=|] "x", "n" = 1}', request);
  });

  it("26: a comma that every round leaves behind", () => {
    const rows = `[#foreach($e in $input.path('$.l')){"text": "ok"[|,|]\n}#if($foreach.hasNext),#end#end]`;
    expectFinding("trailing-comma", rows, response);
    const repeated = `{#foreach($e in $input.path('$.l'))"text": "ok",#if($foreach.hasNext)[|,|]#end#end}`;
    expectFinding("json-syntax", repeated, response);
  });

  it("27: a JSONPath for a parameter's name, and JSON in single quotes in a form", () => {
    expectFinding("json-path-in-params", `{"n": "$input.params([|'$.num'|])"}`, request);
    expectFinding(
      "form-body-not-urlencoded",
      "Action=SendMessage&MessageBody={'id': '[|$input.params('id')|]'}",
      queue,
    );
  });

  it("28: an apostrophe that becomes \\'", () => {
    const template = `{"input": "[|$util.escapeJavaScript($input.json('$'))|]"}`;
    expectFinding("json-unsafe-escape-javascript", template, request);
    expectBroken("json", template, request);
  });
});
