import { expect, it } from "vitest";
import { requestFacts } from "./request-facts.js";

it("a request is its body and its parameters, those sent twice as a list", () => {
  expect(
    requestFacts({ body: '{"a": 1}', path: { id: "7" }, querystring: { tag: ["x", "y"] }, context: { stage: "prod" } }),
  ).toEqual([
    { name: "Body", value: '{"a": 1}' },
    { name: "Path id", value: "7" },
    { name: "Query tag", value: '["x","y"]' },
  ]);
});

it("a request without a body has no row for it", () => {
  expect(requestFacts({ body: "" })).toEqual([]);
  expect(requestFacts({ body: null })).toEqual([]);
});
