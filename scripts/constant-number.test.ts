import ts from "typescript";
import { describe, expect, it } from "vitest";
import { constantNumber } from "./constant-number.mjs";

/** What the first declaration of a module stands for. */
function first(text: string): number | undefined {
  const file = ts.createSourceFile("module.js", text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const [statement] = file.statements;
  if (statement === undefined || !ts.isVariableStatement(statement)) throw new Error("no declaration");
  return constantNumber(statement.declarationList.declarations[0]!, file);
}

describe("a constant number", () => {
  it.each([
    ["var a=16;", 16],
    ["var a=2**31-1;", 2147483647],
    ["var a=1e6,f=()=>a;", 1_000_000],
  ])("is %s", (text, value) => {
    expect(first(text)).toBe(value);
  });

  it.each([
    ["var a=-1;"],
    ['var a="1";'],
    ["var a=2n**52n;"],
    ["var a;"],
    ["var a=0,f=()=>{a++};"],
    ["var a=0,f=()=>--a;"],
    ["var a=0,f=(b)=>{a=b};"],
    ["var a=0,f=(b)=>a+=b;"],
  ])("is not %s", (text) => {
    expect(first(text)).toBeUndefined();
  });
});
