import { expect, it } from "vitest";
import { factsOf, highlights } from "../../testing/check-rule.js";
import { headerCase } from "./rule.js";

const facts = factsOf({
  method: { requestParameters: [{ location: "header", name: "X-Test", required: false }], responses: [] },
});

it("finds names in another case than declared", () => {
  const source =
    "$input.params('x-test') $input.params().header.x-test #set($h = $input.params().header)$h.get('X-TEST')";
  expect(highlights(headerCase, source, { facts })).toEqual([
    "$input.params('x-test')",
    "$input.params().header.x-test",
    "$h.get('X-TEST')",
  ]);
});

it("finds headers that are never visible", () => {
  expect(highlights(headerCase, "$input.params().header.Connection $input.params('Content-MD5')")).toHaveLength(2);
});

it("accepts declared and unknown names, and query parameters of that name", () => {
  expect(
    highlights(headerCase, "$input.params('X-Test') $input.params('other') $input.params().querystring.x-test", {
      facts,
    }),
  ).toEqual([]);
});
