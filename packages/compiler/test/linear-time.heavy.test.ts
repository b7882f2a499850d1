import { compile, parse, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";
import { GROWTH, growthOf } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { parseJson } from "../src/runtime/json/parse.js";
import { JavaException } from "../src/runtime/value.js";

const LARGE = 300_000;
const SMALL = LARGE / GROWTH;

const repeated = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const nested = (open: string, inner: string, close: string) => (length: number) => {
  const depth = Math.floor(length / (open.length + close.length));
  return open.repeat(depth) + inner + close.repeat(depth);
};
const inSet = (shape: (length: number) => string) => (length: number) => `#set($x = ${shape(length)})`;
const inCondition = (shape: (length: number) => string) => (length: number) => `#if(${shape(length)})a#end`;

const shapes: Readonly<Record<string, (length: number) => string>> = {
  text: repeated("Some text without anything in it. "),
  lines: repeated("text\n"),
  "CR LF": repeated("\r\n"),
  CR: repeated("\r"),
  blanks: repeated(" "),
  tabs: repeated("\t"),
  "blanks before #set": (length) => `${" ".repeat(length)}#set($x = 1)`,
  "blanks after #end": (length) => `#if($x)a#end${" ".repeat(length)}b`,
  "lines of blanks after #end": repeated("#if($x)a#end          b\n"),
  "blanks after #if": (length) => `#if${" ".repeat(length)}`,
  "many #if and blanks": repeated("#if    "),
  references: repeated("$x.y.z "),
  "chained references": (length) => `$x${".y".repeat(length / 2)}`,
  "chained calls": (length) => `$x${".f()".repeat(length / 4)}`,
  "chained indexes": (length) => `$x${"[0]".repeat(length / 3)}`,
  "a long name": (length) => `$${"x".repeat(length)}`,
  dollars: repeated("$"),
  "quiet dollars": repeated("$!"),
  "backslashes and exclamation marks": repeated("$\\!"),
  hashes: repeated("#"),
  backslashes: repeated("\\"),
  "backslashes before a dollar": (length) => `${"\\".repeat(length)}$x`,
  "backslashes before a directive": (length) => `${"\\".repeat(length)}#if(true)a#end`,
  "backslashes in lines": repeated("\\\\\\\n"),
  "escaped references": repeated("\\$x"),
  "dollars and backslashes": repeated("$\\"),
  "braces unclosed": repeated("${"),
  "braces closed": repeated("}"),
  "references with unclosed braces": repeated("${x "),
  "indexes unclosed": repeated("$x["),
  "indexes unclosed in lines": repeated("$x[\n"),
  "arguments unclosed": repeated("$x.a("),
  "arguments unclosed in lines": repeated("$x.a(\n"),
  "conditions unclosed": repeated("#if("),
  "conditions unclosed in lines": repeated("#if($x\n"),
  "conditions unclosed, parenthesis closed": (length) => `${"#if(".repeat(length / 5)}${")".repeat(length / 5)}`,
  "#foreach unclosed": repeated("#foreach($i in "),
  "#macro unclosed": repeated("#macro("),
  "#define unclosed": repeated("#define($d)"),
  "#literal unclosed": repeated("#literal()"),
  "#literal closed": nested("#literal()", "$x", "#end"),
  "calls with blocks": nested("#@a()", "$x", "#end"),
  "calls with blocks unclosed": repeated("#@a()"),
  "surplus #end": repeated("#end"),
  "surplus #else": repeated("#else"),
  "many #elseif": (length) => `#if($x)${"#elseif($x)a".repeat(length / 12)}#end`,
  "single quotes": repeated("'"),
  "double quotes": repeated('"'),
  "double quotes in #set": inSet(repeated('"')),
  "single quotes in #set": inSet(repeated("'")),
  "unclosed strings": repeated('#set($x = "a\n'),
  "unclosed strings in arguments": repeated("$x.f('a "),
  "a long string": inSet((length) => `"${"a".repeat(length)}"`),
  "a string with references": inSet((length) => `"${"$x ".repeat(length / 3)}"`),
  "a string of doubled quotes": inSet((length) => `"$x${'""'.repeat(length / 2)}"`),
  "a string of escapes": inSet((length) => `"$x${"\\u0041".repeat(length / 6)}"`),
  "a string of broken escapes": inSet((length) => `"$x${"\\u00".repeat(length / 4)}"`),
  "many interpolated strings": repeated('#set($x = "a $b c")\n'),
  "line comments": repeated("## a comment\n"),
  "line comments without lines": repeated("##"),
  "block comments": repeated("#* a *#"),
  "backslashes in a comment within #literal": (length) => `#literal()#**${"\\".repeat(length)}x*##end`,
  "block comments unclosed": repeated("#*"),
  "block comments with stars": repeated("#**"),
  "comments with sigils": (length) => `##${"$#\\".repeat(length / 3)}\n`,
  "comments with backslashes": (length) => `#*${"\\".repeat(length)}*#`,
  textblocks: repeated("#[[ $a ]]#"),
  "textblocks unclosed": repeated("#[["),
  "textblocks closed": repeated("]]#"),
  "#set in a row": repeated("#set($x = 1)\n"),
  "#set on one line": repeated("  #set($x = 1)"),
  "macro calls": repeated("#name($x) "),
  "unknown names": repeated("#pk "),
  "empty indexes": repeated("$["),
  "maps in maps": inSet(nested('{"a":', "1", "}")),
  "maps unclosed": inSet(repeated('{"a":')),
  "lists in lists": inSet(nested("[", "1", "]")),
  "lists unclosed": inSet(repeated("[")),
  "a long list": inSet((length) => `[1${", 1".repeat(length / 3)}]`),
  "a long map": inSet((length) => `{"a": 1${', "a": 1'.repeat(length / 8)}}`),
  "a long sum": inSet((length) => `1${" + 1".repeat(length / 4)}`),
  "a long condition": inCondition((length) => `$x${" && $x".repeat(length / 6)}`),
  "a long comparison": inCondition((length) => `$x${" == $x".repeat(length / 6)}`),
  negations: inCondition((length) => `${"!".repeat(length)}$x`),
  parentheses: inCondition(nested("(", "$x", ")")),
  "parentheses unclosed": inCondition(repeated("(")),
  "parentheses surplus": repeated(")"),
  "long numbers": inSet((length) => "1".repeat(length)),
  "long decimals": inSet((length) => `1.${"1".repeat(length)}`),
  "minus signs": inSet(repeated("-")),
  dots: inSet((length) => `[1${".".repeat(length)}2]`),
  "blocks in blocks": nested("#if($x)", "a", "#end"),
  "blocks unclosed": repeated("#if($x)"),
  "loops in loops": nested("#foreach($i in $x)", "$i", "#end"),
  "blocks in a row": repeated("#if($x)a#{else}b#end"),
  "arguments in arguments": nested("$x.f(", "$y", ")"),
  "indexes in indexes": nested("$x[", "0", "]"),
  "emoji and separators": repeated("😀\u2028é$x"),
  "lone surrogates": repeated("\ud83d$x"),
};

describe("a template of 300 KB is parsed in time linear in its size", () => {
  it.each(Object.entries(shapes))("%s", (_, shape) => {
    expect(growthOf(parse, shape(SMALL), shape(LARGE))).toBe("linear");
  });

  it.each(Object.entries(shapes))("%s: compiled and rendered, or refused with a place", (_, shape) => {
    const source = shape(20_000);
    try {
      expect(compile(source).render({ body: "{}" }).output).toBeTypeOf("string");
    } catch (error) {
      if (error instanceof VtlSyntaxError) expect(error.diagnostics.length).toBeGreaterThan(0);
      else expect(error).toBeInstanceOf(VtlRenderError);
    }
  });
});

const jsonTexts: Readonly<Record<string, (length: number) => string>> = {
  "escapes in a string": (length) => `["${"\\u0031".repeat(length / 6)}"]`,
  "blanks after a number": (length) => `[${" ".repeat(length / 2)}1.0${" ".repeat(length / 2)}x`,
  "unclosed keys": (length) => `{${"'a".repeat(length / 2)}`,
  "a long number": (length) => `[1${"0".repeat(length)}.x]`,
  "commas without members": (length) => `{"a":${",".repeat(length)}}`,
};

describe("a body of 2 MB is parsed in time linear in its size", () => {
  const attempt = (text: string): void => {
    try {
      parseJson(text);
    } catch (error) {
      if (!(error instanceof JavaException)) throw error;
    }
  };

  it.each(Object.entries(jsonTexts))("%s", (_, textOf) => {
    expect(growthOf(attempt, textOf(2_000_000 / GROWTH), textOf(2_000_000))).toBe("linear");
  });
});
