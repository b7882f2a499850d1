import { expect, it } from "vitest";
import { chosenBy, messagesOf } from "../../testing/check-rule.js";
import { selectionPatternUnreachable } from "./rule.js";

const messages = (...patterns: readonly (readonly [pattern: string, statusCode: string])[]) =>
  messagesOf(selectionPatternUnreachable, {
    type: "HTTP",
    uri: "https://example.com",
    responses: patterns.map(([pattern, statusCode]) => chosenBy(pattern, statusCode)),
  });

it("finds patterns that match no status", () => {
  expect(messages([".*Not Found.*", "404"])[0]).toContain("matches none");
  expect(messages(["Not Found.*", "404"])[0]).toContain("matches none");
  expect(messages(["4xx", "400"])[0]).toContain("matches none");
});

it("finds patterns whose statuses others take", () => {
  expect(messages(["[45]\\d{2}", "400"], ["5\\d{2}", "501"])).toEqual([]);
  expect(messages(["[45]\\d{2}", "400"], ["50[2-4]", "500"])[0]).toContain("taken by the response 400");
});

it("accepts patterns for some status each, and the response whose own status it is", () => {
  expect(messages(["4\\d{2}", "400"], ["5\\d{2}", "500"])).toEqual([]);
  expect(messages(["4\\d{2}", "400"], ["404", "404"])).toEqual([]);
  expect(messages(["<Pattern>", "400"], ["[", "404"])).toEqual([]);
});

it("finds the same text for two responses of a function", () => {
  const responses = [chosenBy(".*Bad.*", "400"), chosenBy(".*Bad.*", "422"), chosenBy(".*Gone.*", "410")];
  expect(messagesOf(selectionPatternUnreachable, { responses })).toEqual([
    expect.stringContaining("taken by the response 400"),
  ]);
});
