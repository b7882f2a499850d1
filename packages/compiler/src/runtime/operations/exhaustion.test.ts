import { describe, expect, it } from "vitest";
import { exhaustion } from "./exhaustion.js";

class InternalError extends Error {
  override readonly name = "InternalError";
}

describe("what engines throw when they are exhausted", () => {
  it.each([
    ["V8 and JavaScriptCore, stack", new RangeError("Maximum call stack size exceeded"), "limit-depth"],
    ["SpiderMonkey, stack", new InternalError("too much recursion"), "limit-depth"],
    ["SpiderMonkey 102, a bare string", "too much recursion", "limit-depth"],
    ["QuickJS, stack", new InternalError("stack overflow"), "limit-depth"],
    ["QuickJS, in JSON.parse", new SyntaxError("stack overflow"), "limit-depth"],
    ["V8, in a regular expression", new SyntaxError("Invalid regular expression: /((/: Stack overflow"), "limit-depth"],
    ["V8, text", new RangeError("Invalid string length"), "limit-output"],
    ["SpiderMonkey, text", new InternalError("allocation size overflow"), "limit-output"],
    ["SpiderMonkey 102, memory", "out of memory", "limit-output"],
    ["QuickJS, memory", new InternalError("out of memory"), "limit-output"],
    ["V8, an integer", new RangeError("Maximum BigInt size exceeded"), "limit-output"],
  ])("%s", (_, error, code) => {
    expect(exhaustion(error)).toMatchObject({ code });
  });

  it.each([
    new TypeError("x is not a function"),
    new SyntaxError("Unexpected token"),
    new Error("too large"),
    "#stop",
    Symbol("#break"),
    undefined,
  ])("is not %s", (error) => {
    expect(exhaustion(error)).toBeUndefined();
  });
});
