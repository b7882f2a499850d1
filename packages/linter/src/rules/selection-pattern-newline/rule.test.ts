import { expect, it } from "vitest";
import { chosenBy, messagesOf } from "../../testing/check-rule.js";
import { selectionPatternNewline } from "./rule.js";

const found = (pattern: string, uri?: string) =>
  messagesOf(selectionPatternNewline, { responses: [chosenBy(pattern)], ...(uri && { uri }) }).length;

it("finds patterns with a dot for any text", () => {
  expect([found(".*Bad Request.*"), found("Error: .+")]).toEqual([1, 1]);
});

it("accepts newlines, plain texts, and statuses of other services", () => {
  expect([
    found("(\\n|.)*Bad(\\n|.)*"),
    found("(?s).*Bad.*"),
    found("[\\s\\S]*"),
    found("Bad"),
    found("v1\\.*"),
  ]).toEqual([0, 0, 0, 0, 0]);
  expect(found("4.*", "arn:aws:apigateway:us-east-1:dynamodb:action/PutItem")).toBe(0);
});
