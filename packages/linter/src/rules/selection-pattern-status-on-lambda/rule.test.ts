import { expect, it } from "vitest";
import { chosenBy, messagesOf } from "../../testing/check-rule.js";
import { selectionPatternStatusOnLambda } from "./rule.js";

const found = (pattern: string, uri?: string) =>
  messagesOf(selectionPatternStatusOnLambda, { responses: [chosenBy(pattern)], ...(uri && { uri }) }).length;

it("finds statuses in any notation", () => {
  expect([found("4\\d{2}"), found("404"), found("5\\d\\d"), found("(4\\d{2}|5\\d{2})")]).toEqual([1, 1, 1, 1]);
});

it("accepts parts of messages, and statuses of other services", () => {
  expect([found("(\\n|.)*404(\\n|.)*"), found("Not Found"), found("")]).toEqual([0, 0, 0]);
  expect(found("4\\d{2}", "arn:aws:apigateway:us-east-1:dynamodb:action/PutItem")).toBe(0);
});
