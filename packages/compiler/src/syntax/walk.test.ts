import { describe, expect, it } from "vitest";
import { parse } from "../parse.js";
import type { Expression } from "./tree.js";
import { walk } from "./walk.js";

describe("walk", () => {
  const visited = (source: string) => {
    const types: string[] = [];
    walk(parse(source).tree, ({ type }) => types.push(type));
    return types;
  };

  it("visits parents before children, in the order of the text", () => {
    expect(visited("#if($a)x#else$b#end")).toEqual([
      ...["Template", "Block", "If", "IfBranch", "Reference", "Block", "Text"],
      ...["ElseBranch", "Block", "Reference"],
    ]);
  });

  it("goes into interpolated strings", () => {
    expect(visited(`#set($x = "a$b")`)).toEqual([
      "Template",
      "Block",
      "Set",
      "Reference",
      "StringLiteral",
      "Block",
      "Text",
      "Reference",
      "Text",
    ]);
  });

  it("is no recursion: a tree of any depth can be walked", () => {
    const range = { start: 0, end: 0 };
    let deep: Expression = { type: "BooleanLiteral", range, value: true };
    for (let depth = 0; depth < 100_000; depth++) deep = { type: "NotExpression", range, operand: deep };
    let count = 0;
    walk(deep, () => count++);
    expect(count).toBe(100_001);
  });
});
