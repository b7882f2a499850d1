import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { printingMutator } from "./rule.js";

it("finds calls in the text", () => {
  expect(highlights(printingMutator, "#set($l = [])#set($m = {})$l.add(1)$l.set(0, 2)$m.put('a', 1)")).toEqual([
    "$l.add(1)",
    "$l.set(0, 2)",
    "$m.put('a', 1)",
  ]);
});

it("accepts calls in #set and in conditions, and methods that print nothing", () => {
  expect(highlights(printingMutator, "#set($x = $l.add(1))#if($l.remove(1))#end$m.putAll($n)$l.clear()")).toEqual([]);
});

it("wraps the call in #set", () => {
  expect(fixOf(printingMutator, "#set($l = [])$l.add(1)")).toBe("#set($l = [])#set($discard = $l.add(1))");
});

it("leaves what nothing sets to another rule", () => {
  expect(highlights(printingMutator, "$math.add(1, 2)")).toEqual([]);
});
