import { expect, it } from "vitest";
import { check, factsOf } from "../../testing/check-rule.js";
import { selectionPatternNewline } from "./rule.js";

const found = (selectionPattern: string, service = "lambda") =>
  check(selectionPatternNewline, "{}", {
    facts: factsOf({
      integration: {
        type: "AWS",
        service,
        responses: [{ statusCode: "400", selectionPattern, responseParameters: {} }],
      },
    }),
  }).length;

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
  expect(found("4.*", "dynamodb")).toBe(0);
});
