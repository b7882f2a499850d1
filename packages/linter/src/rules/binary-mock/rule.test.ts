import { expect, it } from "vitest";
import { check, factsOf } from "../../testing/check-rule.js";
import { binaryMock } from "./rule.js";

const facts = (contentHandling?: string) =>
  factsOf({ binaryMediaTypes: ["*/*"], integration: { type: "MOCK", ...(contentHandling && { contentHandling }) } });

it("finds templates that get everything as binary", () => {
  expect(check(binaryMock, '{"statusCode": 200}', { facts: facts() })).toHaveLength(1);
  expect(check(binaryMock, '{"statusCode": 200}', { facts: facts("CONVERT_TO_BINARY") })).toHaveLength(1);
});

it("accepts the conversion to text, other media types, and responses", () => {
  expect(check(binaryMock, "{}", { facts: facts("CONVERT_TO_TEXT") })).toEqual([]);
  expect(check(binaryMock, "{}", { facts: factsOf({ binaryMediaTypes: ["image/png"] }) })).toEqual([]);
  expect(check(binaryMock, "{}", { facts: { ...facts(), direction: "response" } })).toEqual([]);
});
