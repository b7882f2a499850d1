import { describe, expect, it } from "vitest";
import { type EmittedModule, emitModule, emitModules } from "../emit-module.js";

const sizeOf = ({ code }: EmittedModule) => code.length;
const smallest = sizeOf(emitModule("text"));

/** Texts that only one part of the runtime has. */
const PARTS = {
  "regular expressions": "PatternSyntaxException",
  JSONPath: "InvalidPathException",
  "String.format": "UnknownFormatConversionException",
  "the printer of JSON": "failed to access class",
  "the parser of JSON": "Unexpected character",
};

function partsOf(template: string): string[] {
  const { code } = emitModule(template);
  return Object.entries(PARTS).flatMap(([part, text]) => (code.includes(text) ? [part] : []));
}

describe("a module carries", () => {
  it.each([
    ["$input.path('$.a.b')", ["the parser of JSON"]],
    ["$input.path('$.a[*].b')", ["JSONPath"]],
    ["$input.path($input.body)", ["JSONPath"]],
    ["#set($s = 'a')$s.replaceAll('b+', 'c')", ["regular expressions"]],
    ["#set($s = 'a')$s.format('%s', 1)", ["String.format"]],
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
  ])("not, for %s: %j", (template, parts) => {
    for (const part of parts) expect(partsOf(template)).not.toContain(part);
  });

  it("a method for the name that a property stands for", () => {
    const { code } = emitModule("#set($s = 'a')$s.bytes$s.empty", { module: "cjs" });
    const exports: { render?: (event: object) => { output: string } } = {};
    new Function("exports", code)(exports);
    expect(exports.render?.({}).output).toMatch(/^\[B@[0-9a-f]+false$/);
  });

  it("nothing twice where many share a runtime", () => {
    const sources = ["$input.path('$.a')", "#set($s = 'a')$s.replaceAll('b+', 'c')", "$input.path('$..a')"];
    const { runtime, modules } = emitModules(sources.map((source) => ({ source, runtime: "./runtime.mjs" })));
    expect(modules.every((each) => sizeOf(each) < 1000)).toBe(true);
    const apart = sources.map((source) => sizeOf(emitModule(source)));
    expect(runtime.length).toBeLessThan(apart.reduce((sum, size) => sum + size) - smallest);
  });
});
