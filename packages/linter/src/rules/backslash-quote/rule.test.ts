import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { backslashQuote } from "./rule.js";

it("finds an escaped quote where the string ends", () => {
  expect(highlights(backslashQuote, String.raw`#set($x = "a\"b")`)).toEqual(['\\"']);
});

it("finds arguments that the host escaped once too often", () => {
  expect(highlights(backslashQuote, String.raw`{"body": $input.json(\"$\")}`)).toContain('\\"');
});

it("accepts a backslash in JSON text and in a regular expression", () => {
  expect(highlights(backslashQuote, String.raw`{"a": "\"$input.body.replaceAll("\\'","'")\""}`)).toEqual([]);
});
