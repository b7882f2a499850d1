import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { missingSigil } from "./rule.js";

it("finds calls without a dollar", () => {
  expect(highlights(missingSigil, '{"key": "util.escapeJavaScript($input.params(\'key\'))"}')).toEqual([
    "util.escapeJavaScript",
  ]);
});

it("accepts references and other words", () => {
  expect(highlights(missingSigil, '$util.urlEncode("a") my.input.path(1) input.body ${util.urlEncode("b")}')).toEqual(
    [],
  );
});

it("adds the dollar", () => {
  expect(fixOf(missingSigil, "input.json('$')")).toBe("$input.json('$')");
});
