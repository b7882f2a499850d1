import { expect, it } from "vitest";
import { check, factsOf } from "../../testing/check-rule.js";
import { passthroughDefault } from "./rule.js";

const found = (passthroughBehavior?: string, requestTemplates = ["application/json"]) =>
  check(passthroughDefault, "{}", {
    facts: factsOf({ integration: { requestTemplates, ...(passthroughBehavior && { passthroughBehavior }) } }),
  }).length;

it("finds the default, given or not", () => {
  expect(found()).toBe(1);
  expect(found("WHEN_NO_MATCH")).toBe(1);
});

it("reports an integration once", () => {
  const facts = factsOf({
    contentType: "application/xml",
    integration: { requestTemplates: ["application/json", "application/xml"] },
  });
  expect(check(passthroughDefault, "{}", { facts })).toEqual([]);
});

it("accepts the other behaviors, and a template for everything", () => {
  expect([found("NEVER"), found("WHEN_NO_TEMPLATES"), found(undefined, ["application/json", "$default"])]).toEqual([
    0, 0, 0,
  ]);
});
