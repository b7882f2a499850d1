import { GROWTH, growthOf } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { escapeForServerless, scanServerlessVariables } from "./serverless-variable.js";

const LARGE = 300_000;

describe("variables are found and escaped in time linear in the text's length", () => {
  it.each(["$", "\\", "$\\", "\\$", "${", "$${a:b}", "\\${a:b}", "${a.b("])("of %s, again and again", (piece) => {
    const text = (length: number): string => piece.repeat(length / piece.length);
    for (const run of [scanServerlessVariables, escapeForServerless]) {
      expect(growthOf<string>(run, text(LARGE / GROWTH), text(LARGE))).toBe("linear");
    }
  });
});
