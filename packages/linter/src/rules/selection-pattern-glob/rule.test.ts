import { expect, it } from "vitest";
import { chosenBy, messagesOf } from "../../testing/check-rule.js";
import { selectionPatternGlob } from "./rule.js";

const messages = (pattern: string) => messagesOf(selectionPatternGlob, { responses: [chosenBy(pattern)] });

it("finds a star behind plain text, of messages and of statuses", () => {
  expect(messages("Invalid*")[0]).toContain("Write `Invalid(\\n|.)*`");
  expect(messages("Bad Request: *")).toEqual([]);
  expect(messages("Error: x*")).toHaveLength(1);
  expect(messages("4*")[0]).toContain("Write `4\\d{2}`");
});

it("accepts regular expressions", () => {
  for (const pattern of ["Invalid.*", "(\\n|.)*Invalid(\\n|.)*", "4\\d*", "[a-z]*", "Invalid", ""])
    expect(messages(pattern), pattern).toEqual([]);
});
