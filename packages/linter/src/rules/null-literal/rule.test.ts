import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { nullLiteral } from "./rule.js";

it("finds null in a comparison and on the right side of #set", () => {
  expect(highlights(nullLiteral, "#if($x == null)a#end#set($y = null)")).toEqual(["null", "null"]);
});

it("accepts a variable of that name and Java's null as an argument", () => {
  expect(highlights(nullLiteral, "#if($x == $null)a#end$m.put('k', null) null")).toEqual([]);
});

it("puts the empty string in its place", () => {
  expect(fixOf(nullLiteral, "#if($x != null)a#end")).toBe('#if($x != "")a#end');
});
