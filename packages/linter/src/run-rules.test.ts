import { describe, expect, it } from "vitest";
import { type LintSettings, lint, type ProverAssumptions, prove, recommendedSettings } from "./index.js";

/** A text is printed where it was tested, behind more tests than ways are kept apart for in an editor. */
function manyWays(pattern: string): string {
  const flag = (name: string) =>
    `#if($input.params('${name}') == "1")#set($${name} = true)#else#set($${name} = false)#end`;
  return `#set($t = $input.params('t'))#if($t.matches("${pattern}"))#set($fits = true)#else#set($fits = false)#end
${["a", "b", "c"].map(flag).join("")}
{"n": "#if($a)1#end#if($b)2#end#if($c)3#end", "t": "#if($fits)$t#end"}`;
}

function claimsOf(source: string, assumptions: Partial<ProverAssumptions> = {}) {
  const settings: LintSettings = { ...recommendedSettings, assumptions };
  const findings = lint({ source, settings }).findings.map(({ ruleId }) => ruleId);
  const proof = prove(source, { assumptions }).status;
  return { findings: findings.filter((id) => id === "unescaped-param-in-json"), proof };
}

describe("rules, on more ways than are kept apart", () => {
  it("say nothing of an output that is proved", () => {
    expect(claimsOf(manyWays("[a-z]*"))).toEqual({ findings: [], proof: "proved" });
  });

  it("say what can break", () => {
    expect(claimsOf(manyWays("[^b]*"))).toEqual({ findings: ["unescaped-param-in-json"], proof: "broken" });
  });
});

describe("rules and a proof of the same assumptions", () => {
  const source = `{"a": "$input.params('a')"}`;

  it("find what an unescaped parameter can break", () => {
    expect(claimsOf(source)).toEqual({ findings: ["unescaped-param-in-json"], proof: "broken" });
  });

  it("find nothing where parameters are words", () => {
    expect(claimsOf(source, { parameters: "word" })).toEqual({ findings: [], proof: "proved" });
  });
});

it("a template of a proxy, which never runs, is not judged", () => {
  const integration = { type: "AWS_PROXY", proxy: true, requestParameters: {}, requestTemplates: [], responses: [] };
  const facts = { direction: "request", contentType: "application/json", integration } as const;
  const source = '{"a": "$input.params(\'a\')", "b": $util.toJson($x), #if(';
  expect(lint({ source, facts }).findings).toEqual([]);
  expect(prove(source, { facts })).toMatchObject({
    status: "not-applicable",
    reason: expect.stringContaining("AWS_PROXY"),
  });
  const runs = { ...facts, integration: { ...integration, type: "AWS", proxy: false } };
  expect(lint({ source, facts: runs }).findings).not.toEqual([]);
});
