import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";
import { generatedCode } from "../generated-code.js";

/** As the JVM has it: `#set($s = "…")` and a call. */
const printed = (text: string, call: string) => compile(`#set($s = $input.body)${call}`).render({ body: text }).output;
const isShort = (call: string) => /Literal\(/.test(generatedCode(`#set($s = $input.body)$s.${call}`));

describe("a pattern that is plain text", () => {
  it.each([
    ["a.b.c", "$s.replaceAll('\\.', '/')", "a/b/c"],
    ["it\\'s", `$s.replaceAll("\\\\'", "'")`, "it's"],
    ["aaa", "$s.replaceAll('aa', 'b')", "ba"],
    ["x", "$s.replaceAll('y', 'z')", "x"],
    ["a:b::", "$s.split(':').size() $s.split(':')[1]", "2 b"],
    [":a", "$s.split(':').size()", "2"],
    ["::", "$s.split(':').size()", "0"],
    ["a", "$s.split(':').size() $s.split(':')[0]", "1 a"],
    ["a b", "$s.split(' ').size() $s.split(' ').class.name", "2 [Ljava.lang.String;"],
  ])("in %j: %s is %s", (text, call, expected) => {
    expect(printed(text, call)).toBe(expected);
  });

  it("is no method of anything but a String", () => {
    expect(compile("<$input.path('$').replaceAll('a', 'b')>").render({ body: "[1]" }).output).toBe("<>");
  });

  it.each([
    ["replaceAll('\\.', '/')", true],
    ["split('@@')", true],
    ["replaceAll('.', '/')", false],
    ["replaceAll('\\d', '/')", false],
    ["replaceAll('', '/')", false],
    ["replaceAll('a', '$1')", false],
    ["replaceAll($s, '/')", false],
    ["split('a', 2)", false],
    ["split('\ud83d\ude00')", false],
  ])("%s: %s", (call, expected) => {
    expect(isShort(call)).toBe(expected);
  });
});
