import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";
import { VtlRenderError } from "../errors.js";
import { generatedCode } from "../generated-code.js";

const printed = (template: string) => compile(template).render({ body: '{"a":[1]}' }).output;
const isCalled = (template: string) => /urlEncode|escapeJavaScript|\bcall\b/.test(generatedCode(template));

describe("calls of $util with literals", () => {
  // As the JVM has it.
  it.each([
    ["$util.urlEncode('a b')", "a+b"],
    ["$util.urlEncode('ü').replaceAll('%', '_')", "_C3_BC"],
    ["$util.urlEncode('a b').length()", "3"],
    ["$util.base64Encode('x').isEmpty()", "false"],
    ["#set($x = $util.urlEncode('ü'))$x", "%C3%BC"],
    [`$input.json($util.escapeJavaScript('$').replaceAll("\\\\'", "'"))`, '{"a":[1]}'],
    ["$input.path($util.base64Decode('JC5h'))[0]", "1"],
  ])("%s is made once, and prints %s", (template, expected) => {
    expect(printed(template)).toBe(expected);
    expect(isCalled(template)).toBe(false);
  });

  it.each([
    ["$util.urlEncode($input.body)", "what it is given is not known before", "%7B%22a%22%3A%5B1%5D%7D"],
    ["#set($util = 'a')$util.urlEncode('a b')", "$util is another", ""],
    ["$util.urlEncode('a b').bytes.size()", "it asks for a property of it", "3"],
  ])("%s is called: %s", (template, _why, expected) => {
    expect(printed(template)).toBe(expected);
    expect(generatedCode(template)).not.toContain('"a+b"');
  });

  it("fail where they stand, if they are reached", () => {
    const failing = "$util.urlEncode('a b').replaceAll('(', '')";
    expect(printed(`#if(false)${failing}#end`)).toBe("");
    expect(() => printed(failing)).toThrow(VtlRenderError);
  });
});
