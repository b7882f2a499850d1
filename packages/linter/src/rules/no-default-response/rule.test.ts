import { expect, it } from "vitest";
import { check, factsOf } from "../../testing/check-rule.js";
import { noDefaultResponse } from "./rule.js";

const response = (statusCode: string, selectionPattern?: string) => ({
  statusCode,
  responseParameters: {},
  ...(selectionPattern !== undefined && { selectionPattern }),
});
const found = (...responses: ReturnType<typeof response>[]) =>
  check(noDefaultResponse, "{}", { facts: factsOf({ integration: { responses } }) }).length;

it("finds integrations of which every response has a pattern", () => {
  expect(found(response("200", "2\\d{2}"), response("500", "5\\d{2}"))).toBe(1);
});

it("accepts a response without a pattern or with an empty one, and integrations without responses", () => {
  expect(found(response("200"), response("500", "5\\d{2}"))).toBe(0);
  expect(found(response("200", ""), response("500", "5\\d{2}"))).toBe(0);
  expect(found()).toBe(0);
});
