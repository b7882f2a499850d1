import { expect, it } from "vitest";
import { check, factsOf, highlights } from "../../testing/check-rule.js";
import { templateInProxy } from "./rule.js";

it("finds templates of proxies", () => {
  const facts = factsOf({ integration: { type: "AWS_PROXY", proxy: true } });
  expect(highlights(templateInProxy, '\n{"statusCode": 200}\n', { facts })).toEqual(['{"statusCode": 200}']);
});

it("accepts templates of other integrations, and of none", () => {
  expect(check(templateInProxy, "{}", { facts: factsOf() })).toEqual([]);
  expect(check(templateInProxy, "{}")).toEqual([]);
});
