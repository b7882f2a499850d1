import { describe, expect, it } from "vitest";
import { functionsAsArrows } from "./arrow-functions.mjs";

describe("functions of a module as arrow functions", () => {
  it.each([
    ["function f(a, b = 1) { return a; }", "var f=(a,b = 1)=>a;"],
    ["function f() { g(); }", "var f=()=>{ g(); };"],
    ["function f() { return { a: 1 }; }", "var f=()=>({ a: 1 });"],
    ["function f() { return { a: 1 }.a; }", "var f=()=>({ a: 1 }.a);"],
    ["function f() { return a, b; }", "var f=()=>(a, b);"],
    ["function f() { return; }", "var f=()=>{ return; };"],
  ])("%s", (before, after) => {
    expect(functionsAsArrows(before)).toBe(after);
  });

  it("come before what is worked out when the module is loaded", () => {
    expect(functionsAsArrows("var a = f();\nfunction f() { return 1; }")).toBe("var f=()=>1;\nvar a = f();");
  });

  it.each([
    "function* f() { yield 1; }",
    "async function f() {}",
    "function f() { return this; }",
    "function f() { return () => arguments.length; }",
    "export function f() {}",
  ])("but %s", (text) => {
    expect(functionsAsArrows(text)).toBe(text);
  });
});
