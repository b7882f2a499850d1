import { expect, it } from "vitest";
import { check, factsOf } from "../../testing/check-rule.js";
import { missingMethodResponse } from "./rule.js";

const facts = (statusCode: string, responseParameters = {}) =>
  factsOf({
    direction: "response",
    response: { statusCode, responseParameters },
    method: { requestParameters: [], responses: [{ statusCode: "200", headers: ["Location"] }] },
  });

it("finds statuses and headers that are not declared", () => {
  expect(check(missingMethodResponse, "{}", { facts: facts("404") })).toHaveLength(1);
  const parameters = { "method.response.header.X-Id": "'1'", "method.response.header.location": "'/'" };
  expect(check(missingMethodResponse, "{}", { facts: facts("200", parameters) })).toHaveLength(1);
});

it("accepts what is declared, and methods of which nothing is known", () => {
  expect(check(missingMethodResponse, "{}", { facts: facts("200") })).toEqual([]);
  expect(check(missingMethodResponse, "{}", { facts: factsOf({ direction: "response" }) })).toEqual([]);
});
