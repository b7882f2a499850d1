import { expect, it } from "vitest";
import { highlights } from "../../testing/check-rule.js";
import { doubleOverride } from "./rule.js";

it("finds a second override of the same parameter", () => {
  const source = `#set($context.requestOverride.header.X = "a")#if($input.params('b') != "")#set($context.requestOverride.header['X'] = "b")#end`;
  expect(highlights(doubleOverride, source)).toEqual([`#set($context.requestOverride.header['X'] = "b")`]);
});

it("accepts branches that exclude each other, other parameters, and the status", () => {
  const branches = `#if($a == "")#set($context.responseOverride.header.X = "a")#else#set($context.responseOverride.header.X = "b")#end`;
  expect(highlights(doubleOverride, branches)).toEqual([]);
  const others = `#set($context.requestOverride.header.X = "a")#set($context.requestOverride.querystring.X = "a")#set($context.responseOverride.status = 200)#set($context.responseOverride.status = 500)`;
  expect(highlights(doubleOverride, others)).toEqual([]);
});
