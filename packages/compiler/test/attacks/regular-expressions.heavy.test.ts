import { describe, expect, it } from "vitest";
import { outcome } from "./outcome.js";

/** What backtracking engines need exponential time for. */
const text = `${"a".repeat(50)}!`;

describe("a catastrophic regular expression", () => {
  const call = (method: string, pattern: string) =>
    outcome(`#set($t = $input.params('text'))$t.${method}`, { querystring: { text, pattern } });

  it.each(["(a+)+b", "(a|a)*b", "(a|aa)+b", "(.*a){20}b", "(a*)*\\1b", "(a*a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$"])(
    "%s ends with its answer or an error",
    (pattern) => {
      expect(call("matches($input.params('pattern'))", pattern)).toMatch(/^(false|!limit-regex)$/);
    },
  );

  it("in a replacement", () => {
    expect(call("replaceAll($input.params('pattern'), '')", "(.*a){12}b")).toBe("!limit-regex");
  });

  it("in a filter of a JSONPath", () => {
    expect(outcome("$input.json('$[?(@.a =~ /(a*)*\\1b/)]')", { body: JSON.stringify([{ a: text }]) })).toMatch(
      /^(\[\]|!limit-regex)$/,
    );
  });

  it("that is slow for each of many places", () => {
    expect(outcome("$input.body.replaceAll('a*b', '').length()", { body: "a".repeat(100_000) })).toBe("!limit-regex");
  });

  it("in a loop", () => {
    const template = "#foreach($i in [1..1000])$input.body.matches('(.*a){12}b$i')#end";
    expect(outcome(template, { body: text })).toMatch(/^((false)+|!limit-regex)$/);
  });
});

describe("an enormous regular expression", () => {
  const matches = (pattern: string) =>
    outcome("$input.body.matches($input.params('p'))", { body: "a", querystring: { p: pattern } });

  it.each([
    ["groups in groups", `${"(".repeat(100_000)}a${")".repeat(100_000)}`],
    ["classes in classes", `${"[".repeat(100_000)}a${"]".repeat(100_000)}`],
    ["alternatives", "a|".repeat(300_000)],
    ["repetitions of repetitions", "((a{1000}){1000}){1000}"],
    ["many repetitions", "a{0,1000}".repeat(1000)],
    ["unclosed groups", "(".repeat(300_000)],
    ["backslashes", "\\".repeat(300_001)],
  ])("of %s ends with its answer or an error", (_, pattern) => {
    expect(matches(pattern)).toMatch(/^(true|false|!limit-depth|!limit-regex|!java-exception)$/);
  });
});
