import type { PassthroughBehavior } from "@apigw-vtl/definitions";
import { expect, it } from "vitest";
import { messagesOf } from "../../testing/check-rule.js";
import { passthroughDefault } from "./rule.js";

const found = (passthroughBehavior: PassthroughBehavior, ...types: readonly string[]) => {
  const requestTemplates = types.map((contentType) => ({ contentType, text: "" }));
  return messagesOf(passthroughDefault, { passthroughBehavior, requestTemplates }).length;
};

it("finds the default, once for an integration", () => {
  expect(found("WHEN_NO_MATCH", "application/json")).toBe(1);
  expect(found("WHEN_NO_MATCH", "application/json", "application/xml")).toBe(1);
});

it("accepts the other behaviors, a template for everything, and none", () => {
  expect(found("NEVER", "application/json")).toBe(0);
  expect(found("WHEN_NO_TEMPLATES", "application/json")).toBe(0);
  expect(found("WHEN_NO_MATCH", "application/json", "$default")).toBe(0);
  expect(found("WHEN_NO_MATCH")).toBe(0);
});
