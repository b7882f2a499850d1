import { expect, it } from "vitest";
import { chosenBy, messagesOf } from "../../testing/check-rule.js";
import { noDefaultResponse } from "./rule.js";

const found = (...responses: ReturnType<typeof chosenBy>[]) => messagesOf(noDefaultResponse, { responses }).length;
const plain = { statusCode: "200", responseParameters: {}, responseTemplates: [] };

it("finds integrations of which every response has a pattern", () => {
  expect(found(chosenBy("2\\d{2}", "200"), chosenBy("5\\d{2}", "500"))).toBe(1);
});

it("accepts a response without a pattern or with an empty one, and integrations without responses", () => {
  expect(found(plain, chosenBy("5\\d{2}", "500"))).toBe(0);
  expect(found(chosenBy("", "200"), chosenBy("5\\d{2}", "500"))).toBe(0);
  expect(found()).toBe(0);
});
