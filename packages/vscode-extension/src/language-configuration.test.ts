import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LanguageConfiguration {
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
  readonly wordPattern: string;
  readonly autoClosingPairs: readonly {
    readonly open: string;
    readonly close: string;
    readonly notIn?: readonly string[];
  }[];
  readonly onEnterRules: readonly {
    readonly beforeText: { readonly pattern: string };
    readonly afterText?: { readonly pattern: string };
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

const file = new URL("../language-configuration.json", import.meta.url);
const { autoClosingPairs, indentationRules, folding, wordPattern, onEnterRules }: LanguageConfiguration = JSON.parse(
  readFileSync(file, "utf8"),
);
const matches = (pattern: string, line: string) => new RegExp(pattern).test(line);

/** What Enter does between two parts of a line. */
const onEnter = (before: string, after = "") =>
  onEnterRules.find(
    ({ beforeText, afterText }) =>
      matches(beforeText.pattern, before) && (afterText === undefined || matches(afterText.pattern, after)),
  )?.action;

describe("a line after", () => {
  it.each(["#if($x)", "#foreach ($x in $y)", "#{else}", '  "a": {', "#define($block)", "#elseif($a.b())"])(
    "%s is indented",
    (line) => expect(matches(indentationRules.increaseIndentPattern, line)).toBe(true),
  );

  it.each(["#if($x)1#end", "#set($x = 1)", "## #if($x)", '"a": 1,', "#elsewhere"])("%s is not", (line) =>
    expect(matches(indentationRules.increaseIndentPattern, line)).toBe(false),
  );
});

describe("a line goes back that begins with", () => {
  it.each(["#end", "#{end}", "  #else", "#elseif($x)", "}", "]"])("%s", (line) =>
    expect(matches(indentationRules.decreaseIndentPattern, line)).toBe(true),
  );

  it.each(["#endless", "#set($x = 1)", '"a"'])("not %s", (line) =>
    expect(matches(indentationRules.decreaseIndentPattern, line)).toBe(false),
  );
});

describe("Enter", () => {
  it("between a directive and its end opens a line of its own for the block", () => {
    expect(onEnter("  #if($x)", "#end")).toEqual({ indent: "indentOutdent" });
    expect(onEnter("#foreach($x in $y)")).toEqual({ indent: "indent" });
    expect(onEnter("#if($x)1#end")).toBeUndefined();
  });

  it("in the middle of a comment goes on with it", () => {
    expect(onEnter("## a long", " comment")).toEqual({ indent: "none", appendText: "## " });
    expect(onEnter("## the end of it")).toBeUndefined();
  });
});

it("closing pairs are of one character, which VS Code types over; a quote that ends a string begins none", () => {
  expect(autoClosingPairs.filter(({ open, close }) => open.length !== 1 || close.length !== 1)).toEqual([]);
  const quotes = autoClosingPairs.filter(({ open, close }) => open === close);
  expect(quotes.map(({ notIn }) => notIn)).toEqual([
    ["comment", "string"],
    ["comment", "string"],
  ]);
});

it("blocks fold, and a word is a name with its hyphens", () => {
  expect(matches(folding.markers.start, "#if($x)")).toBe(true);
  expect(matches(folding.markers.start, "#if($x)1#end")).toBe(false);
  expect(matches(folding.markers.end, "  #{end}")).toBe(true);
  expect("$content-type.x".match(new RegExp(wordPattern))?.[0]).toBe("content-type");
});
