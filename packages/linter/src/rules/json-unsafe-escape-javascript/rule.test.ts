import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { jsonUnsafeEscapeJavascript } from "./rule.js";

it("finds a bare call in a JSON string, and in a variable that is printed there", () => {
  const call = "$util.escapeJavaScript($input.params('q'))";
  expect(highlights(jsonUnsafeEscapeJavascript, `{"q": "${call}"}`)).toEqual([call]);
  expect(highlights(jsonUnsafeEscapeJavascript, `#set($q = ${call}){"q": "$q", "r": "$q"}`)).toEqual([call]);
});

it("accepts the documented form, constants, and text that is not JSON", () => {
  const documented = String.raw`{"q": "$util.escapeJavaScript($input.params('q')).replaceAll("\\'","'")"}`;
  expect(highlights(jsonUnsafeEscapeJavascript, documented)).toEqual([]);
  expect(highlights(jsonUnsafeEscapeJavascript, `{"q": "$util.escapeJavaScript($context.requestId)"}`)).toEqual([]);
  expect(highlights(jsonUnsafeEscapeJavascript, "Message=$util.escapeJavaScript($input.body)")).toEqual([]);
});

it("adds the replacement, with doubled quotes inside a string", () => {
  expect(fixOf(jsonUnsafeEscapeJavascript, `{"q": "\${util.escapeJavaScript($input.body)}"}`)).toBe(
    `{"q": "\${util.escapeJavaScript($input.body).replaceAll("\\\\'", "'")}"}`,
  );
  const source = `#set($s = "{""q"": ""$util.escapeJavaScript($input.body)""}")$s {"a": 1}`;
  expect(fixOf(jsonUnsafeEscapeJavascript, source)).toContain(String.raw`.replaceAll(""\\'"", ""'"")`);
});
