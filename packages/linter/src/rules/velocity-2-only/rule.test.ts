import { expect, it } from "vitest";
import { check, highlights } from "../../testing/check-rule.js";
import { velocity2Only } from "./rule.js";

it("finds operators that Velocity does not have", () => {
  for (const source of ["#if($a === 1)x#end", "#set($x += 1)", "#set($x = $a ? 1 : 2)", "${x|'d'}", "#set($i++)"]) {
    expect(check(velocity2Only, source), source).toHaveLength(1);
  }
});

it("finds #else in a loop", () => {
  expect(highlights(velocity2Only, "#foreach($a in $b)x#else y#end")).toEqual(["#else"]);
});

it("accepts the like in text, and an #else of an #if in a loop", () => {
  expect(highlights(velocity2Only, "a === b ? c : d #foreach($a in $b)#if($a == 1)x#else y#end#end")).toEqual([]);
});
