import { expect, it } from "vitest";
import { check, factsOf, highlights } from "../../testing/check-rule.js";
import { overrideInProxy } from "./rule.js";

const source = "#set($context.responseOverride.status = 404)";

it("finds overrides in proxies", () => {
  const facts = factsOf({ integration: { type: "AWS_PROXY", proxy: true } });
  expect(highlights(overrideInProxy, source, { facts })).toEqual([source]);
});

it("accepts them elsewhere", () => {
  expect(check(overrideInProxy, source, { facts: factsOf() })).toEqual([]);
});
