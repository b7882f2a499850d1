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

it("finds a replacement that replaces nothing", () => {
  const source = (replacement: string) => `{"q": "$util.escapeJavaScript($input.body)${replacement}"}`;
  const right = String.raw`.replaceAll("\\'", "'")`;
  for (const wrong of [
    String.raw`.replaceAll("\'","'")`,
    `.replaceAll("'","'")`,
    String.raw`.replaceFirst("\\'","'")`,
    String.raw`.replace("\\'","'")`,
  ]) {
    expect(highlights(jsonUnsafeEscapeJavascript, source(wrong))).toEqual([wrong]);
    expect(fixOf(jsonUnsafeEscapeJavascript, source(wrong))).toBe(source(right));
  }
  for (const good of [
    String.raw`.replace("\'","'")`,
    String.raw`.replaceAll("\\'","")`,
    String.raw`.replaceAll("\\'","\\u0027")`,
  ]) {
    expect(highlights(jsonUnsafeEscapeJavascript, source(good)), good).toEqual([]);
  }
});

it("follows a text through variables and other calls", () => {
  const set = `#set($a = $util.escapeJavaScript($input.body))#set($b = $a.replaceAll("\\'","'"))`;
  expect(highlights(jsonUnsafeEscapeJavascript, `${set}{"q": "$b"}`)).toEqual([`.replaceAll("\\'","'")`]);
  const trimmed = "$util.escapeJavaScript($input.body).trim()";
  expect(highlights(jsonUnsafeEscapeJavascript, `{"q": "${trimmed}"}`)).toEqual([trimmed]);
});
