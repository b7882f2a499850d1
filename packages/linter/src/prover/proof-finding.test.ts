import type { TemplateFacts } from "@apigw-vtl/definitions";
import { expect, it } from "vitest";
import { lint } from "../lint.js";
import { prove } from "./prove.js";

/** The message of what the proof finds in a template, behind the output that it shows. */
function wordsOf(source: string, facts?: TemplateFacts): string {
  const proof = prove(source, { ...(facts && { facts }) });
  const { findings } = lint({ source, proof, ...(facts && { facts }) });
  const { message = "" } = findings.find(({ ruleId }) => ruleId === "json-output") ?? {};
  return message.replace(/^.* Output: "(?:[^"\\]|\\.)*"…?\s*/, "");
}

it("says what to do where no rule says it", () => {
  expect(wordsOf(`{"a": "$context.authorizer.name"}`)).toBe(
    `Escape it where it is put in: \`$util.escapeJavaScript($x).replaceAll("\\\\'","'")\`.`,
  );
  const stashed = `#set($p = $util.parseJson($context.requestOverride.path.body)){"a": "$p.a"}`;
  expect(wordsOf(stashed, { direction: "response", contentType: "application/json" })).toBe(
    `Take the quotes around it away if it is JSON; if it is a text, escape it: \`$util.escapeJavaScript($x).replaceAll("\\\\'","'")\`.`,
  );
  expect(wordsOf(`$input.path('$.a')`, { direction: "response", contentType: "application/json" })).toContain("Print");
});

it("leaves it to the rule that says it for this place", () => {
  expect(wordsOf(`{"a": "$input.params('b')"}`)).toMatch(/^This text comes from the request .* Escape it: /);
});

it("says whether the request or the answer breaks a response", () => {
  const messageOf = (source: string, more: Partial<TemplateFacts> = {}) => {
    const facts = { direction: "response", contentType: "application/json", ...more } as const;
    return lint({ source, facts, proof: prove(source, { facts }) }).findings[0]?.message;
  };
  const agent = '{"agent": "$context.identity.userAgent"}';
  const integration = { type: "MOCK", proxy: false, requestParameters: {}, requestTemplates: [], responses: [] };
  expect(messageOf(agent)).toMatch(/^A request can break .* Request: /);
  expect(messageOf(agent, { integration })).toMatch(/^A request can break .* Request: /);
  expect(messageOf(`{"a": "$input.path('$.a')"}`)).toMatch(/^An answer of the backend can break .* Answer: /);
});

it("knows that a gateway response cannot escape", () => {
  const facts = {
    direction: "response",
    contentType: "application/json",
    gatewayResponse: { responseType: "BAD_REQUEST_BODY" },
  } as const;
  expect(wordsOf(`{"a": "$context.error.validationErrorString"}`, facts)).toContain("without quotes around it");
});

it("is one finding with what the rule says of a MOCK integration", () => {
  const integration = { type: "MOCK", proxy: false, requestParameters: {}, requestTemplates: [], responses: [] };
  const facts = { direction: "request", contentType: "application/json", integration } as const;
  for (const source of ["", '{"a": 1}']) {
    const { findings } = lint({ source, facts, proof: prove(source, { facts }) });
    expect(findings.map(({ ruleId }) => ruleId)).toEqual(["json-output"]);
  }
});
