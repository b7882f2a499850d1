import { describe, expect, it } from "vitest";
import { compile } from "../compile.js";
import { type EmittedModule, emitModule, emitModules } from "../emit-module.js";

const sizeOf = ({ code }: EmittedModule) => code.length;
const smallest = sizeOf(emitModule("text"));

/** Texts that only one part of the runtime has. */
const PARTS = {
  "regular expressions": "PatternSyntaxException",
  "escapes in patterns": "Illegal control escape sequence",
  "classes in patterns": "Unclosed character class",
  "special groups in patterns": "Unknown inline modifier",
  JSONPath: "InvalidPathException",
  "String.format": "UnknownFormatConversionException",
  "the printer of JSON": "failed to access class",
  "the parser of JSON": "Unexpected End Of File",
  "names of array classes": "[L",
  "digits of floats": "setFloat32",
  "maps of $context": "collectOverrides(){",
};

function partsOf(template: string): string[] {
  const { code } = emitModule(template);
  return Object.entries(PARTS).flatMap(([part, text]) => (code.includes(text) ? [part] : []));
}

function runModule(template: string, event: object = {}): string | undefined {
  const exports: { render?: (event: object) => { output: string } } = {};
  new Function("exports", emitModule(template, { module: "cjs" }).code)(exports);
  return exports.render?.(event).output;
}

describe("a module carries", () => {
  it.each([
    ["$input.path('$.a.b')", ["the parser of JSON"]],
    ["$input.path('$.a[*].b')", ["JSONPath"]],
    ["$input.path($input.body)", ["JSONPath"]],
    ["#set($s = 'a')$s.replaceAll('b+', 'c')", ["regular expressions"]],
    ["#set($s = 'a')$s.format('%s', 1)", ["String.format"]],
    ["#set($s = 'a')$s.split('b')", ["names of array classes"]],
    ["#set($f = 1.5)$f.floatValue()", ["digits of floats"]],
    ["#set($c = $context.a)$c", ["maps of $context"]],
  ])("for %s: %j", (template, parts) => {
    expect(partsOf(template)).toEqual(expect.arrayContaining(parts));
  });

  it.each([
    ["$input.path('$.a.b')", ["regular expressions", "JSONPath", "String.format"]],
    [
      "#set($s = $input.body)$s.trim()$s.length()$s.replaceAll('\\.', '/').split('/')",
      ["regular expressions", "JSONPath", "String.format"],
    ],
    ["$input.params('a')$stageVariables.b", ["regular expressions", "JSONPath", "String.format"]],
    ["$input.path('$').a", ["names of array classes", "digits of floats"]],
    ["$context.a $context.identity.b $stageVariables.c", ["maps of $context"]],
  ])("not, for %s: %j", (template, parts) => {
    for (const part of parts) expect(partsOf(template)).not.toContain(part);
  });

  it.each([
    [".+|a{2}", []],
    ["\\d", ["escapes in patterns"]],
    ["[a-c]", ["classes in patterns"]],
    ["(?i)A", ["special groups in patterns"]],
    ["\\X", ["escapes in patterns"]],
    ["a\\b", ["escapes in patterns"]],
    ["(?<n>a)\\k<n>|[\\p{L}]", ["escapes in patterns", "classes in patterns", "special groups in patterns"]],
  ])("of the syntax of patterns what %j has, and matches as compile() does", (pattern, parts) => {
    const template = `#set($p = '')$p.concat('a1 bA').replaceAll('${pattern}', '<$0>')`;
    expect(partsOf(template).filter((part) => part.endsWith("in patterns"))).toEqual(parts);
    expect(runModule(template)).toBe(compile(template).render({}).output);
  });

  it("what the flags of a pattern in a JSONPath become", () => {
    const body = '[{"a": "X"}, {"a": "y"}]';
    expect(runModule("$input.json('$[?(@.a =~ /x/i)]')", { body })).toBe('[{"a":"X"}]');
  });

  it("a method for the name that a property stands for", () => {
    expect(runModule("#set($s = 'a')$s.bytes$s.empty")).toMatch(/^\[B@[0-9a-f]+false$/);
  });

  it("nothing twice where many share a runtime", () => {
    const sources = ["$input.path('$.a')", "#set($s = 'a')$s.replaceAll('b+', 'c')", "$input.path('$..a')"];
    const { runtime, modules } = emitModules(sources.map((source) => ({ source, runtime: "./runtime.mjs" })));
    expect(modules.every((each) => sizeOf(each) < 1000)).toBe(true);
    const apart = sources.map((source) => sizeOf(emitModule(source)));
    expect(runtime.length).toBeLessThan(apart.reduce((sum, size) => sum + size) - smallest);
  });
});
