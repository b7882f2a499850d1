import { compile } from "@apigw-vtl/compiler";
import { describe, expect, it } from "vitest";
import { prove } from "../prove.js";

const FIX = `.replaceAll("\\\\'", "'")`;
const once = (value: string): string => `$util.escapeJavaScript(${value})${FIX}`;
const twice = (value: string): string => once(once(value));

/** `proved`, or the text within the string that is no JSON for the request that was found. */
function verdict(template: string): string {
  const proof = prove(template);
  if (proof.status !== "broken") return proof.status;
  const { event, output } = proof.witness;
  expect(compile(template).render(event).output).toBe(output);
  if (proof.effect !== "nested") return `${proof.effect}: ${output}`;
  const { in: inner } = JSON.parse(output);
  expect(() => JSON.parse(inner)).toThrow(SyntaxError);
  return inner;
}

describe("JSON within a string of the document", () => {
  it("is broken by a text that is escaped for the outer document only", () => {
    expect(verdict(`{"in": "{\\"t\\": \\"${once("$input.params('t')")}\\"}"}`)).toBe('{"t": """}');
    expect(verdict(`{"in": "[{\\"t\\": \\"${once("$input.path('$.t')")}\\"}]"}`)).toBe('[{"t": """}]');
  });

  it("is proved with a text that is escaped for both", () => {
    expect(verdict(`{"in": "{\\"t\\": \\"${twice("$input.params('t')")}\\"}"}`)).toBe("proved");
  });

  it("is proved with JSON that is escaped once, and with what needs no escaping", () => {
    expect(verdict(`{"in": "{\\"t\\": ${once("$input.json('$.t')")}, \\"id\\": \\"$context.requestId\\"}"}`)).toBe(
      "proved",
    );
    expect(
      verdict(`{"in": "{\\"at\\": $context.requestTimeEpoch, \\"b\\": \\"$util.base64Encode($input.body)\\"}"}`),
    ).toBe("proved");
  });

  it("is broken by JSON twice escaped, and by a value that is missing", () => {
    expect(verdict(`{"in": "{\\"t\\": ${twice("$input.json('$.t')")}}"}`)).toMatch(/^\{"t": \\"/);
    expect(verdict(`{"in": "{\\"t\\": $input.params('t')}"}`)).not.toBe("proved");
  });

  it("is broken in a text that a loop puts together with its quotes replaced, as CDK's for Step Functions does", () => {
    const member = (value: string) =>
      `#set($text = "@@body@@: 1")#foreach($name in $input.params().querystring.keySet())` +
      `#set($text = "$text, @@$name@@: @@${value}@@")#end#set($text = $text.replaceAll("@@", '"'))`;
    const escaped = "$util.escapeJavaScript($input.params().querystring.get($name))";
    expect(verdict(`${member(escaped)}{"in": "{${once("$text")}}"}`)).not.toBe("proved");
    expect(verdict(`#set($text = $input.params('t')){"in": "{${once("$text")}}"}`)).toBe("proved");
  });

  it("must be closed before the string is, and ends there", () => {
    expect(verdict('{"in": "{\\"t\\": 1"}')).toBe('{"t": 1');
    expect(verdict('{"in": "{\\"t\\": 1}}"}')).toBe('{"t": 1}}');
    expect(verdict('{"in": "{\\"t\\": \\"\\u0041\\\\n\\\\\\"\\"}"}')).toBe("proved");
  });

  it("is looked at on every way, and in every round of a loop", () => {
    const comma = (guard: string) =>
      `{"in": "[#foreach($e in $input.path('$.l'))\\"${twice("$e")}\\"${guard}#end]", "x": 1}`;
    expect(verdict(comma("#if($foreach.hasNext),#end"))).toBe("proved");
    expect(verdict(comma(","))).not.toBe("proved");
  });

  it("may be put together before", () => {
    const built = (value: string) =>
      `#set($q = '"')#set($s = "{""t"": $q${value}$q}")#set($x = 0){"in": "$util.escapeJavaScript($s)${FIX}"}`;
    expect(verdict(built("$context.requestId"))).toBe("proved");
    expect(verdict(`#set($t = $input.params('t'))${built("$t")}`)).toBe('{"t": """}');
  });

  it("may hold JSON within a string itself", () => {
    const deep = (value: string) => `{"in": "{\\"d\\": \\"{\\\\\\"t\\\\\\": \\\\\\"${value}\\\\\\"}\\"}"}`;
    expect(prove(deep("$context.requestId")).status).toBe("proved");
    expect(prove(deep(once(twice("$input.params('t')")))).status).toBe("proved");
    expect(prove(deep(twice("$input.params('t')")))).toMatchObject({ status: "broken", effect: "nested" });
  });
});

describe("a string that is no JSON", () => {
  it("may hold anything: text, a body that is JSON, braces of other meaning", () => {
    expect(verdict(`{"in": "Hello {\\"${once("$input.params('t')")}"}`)).toBe("proved");
    expect(verdict(`{"in": "${once("$input.body")}"}`)).toBe("proved");
    expect(verdict(`{"in": "{${once("$input.params('t')")}}", "k": "{id}"}`)).toBe("proved");
    expect(verdict(`{"{\\"a": "$context.requestId"}`)).toBe("proved");
  });

  it("is none only because the request's text looks like some", () => {
    const both = `{"in": "{\\"t\\": \\"${twice("$input.params('t')")}\\"}", "b": "${once("$input.params('u')")}"}`;
    expect(verdict(both)).toBe("proved");
  });
});
