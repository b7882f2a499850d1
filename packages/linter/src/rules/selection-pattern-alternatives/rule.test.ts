import { expect, it } from "vitest";
import { chosenBy, messagesOf } from "../../testing/check-rule.js";
import { selectionPatternAlternatives } from "./rule.js";

const messages = (pattern: string) => messagesOf(selectionPatternAlternatives, { responses: [chosenBy(pattern)] });

it("finds alternatives of which the outer ones have the wildcards", () => {
  expect(messages(".*Bad Request|Not Found.*")[0]).toContain("Write `.*(Bad Request|Not Found).*`");
  expect(messages("(\\n|.)*\\[4..\\]|a|b(\\n|.)*")[0]).toContain("Write `(\\n|.)*(\\[4..\\]|a|b)(\\n|.)*`");
});

it("accepts groups, whole alternatives, and plain ones", () => {
  for (const pattern of [".*(A|B).*", ".*A.*|.*B.*", "A|B", "[\\s|]+A.*", ".*A\\|B.*", "4\\d{2}|5\\d{2}", "["])
    expect(messages(pattern), pattern).toEqual([]);
});
