import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { hyphenInReference } from "./rule.js";

it("finds names that swallowed a minus or a dash", () => {
  expect(highlights(hyphenInReference, "#set($a = 1)#set($b = $a-1)$a-$b")).toEqual(["$a-1", "$a-"]);
  expect(highlights(hyphenInReference, "$context.requestId-$context.apiId")).toEqual(["$context.requestId-"]);
});

it("finds numbers that swallowed a minus", () => {
  expect(highlights(hyphenInReference, "#set($i = 3-1)#set($j = $i.size()-1)")).toEqual(["-1", "-1"]);
});

it("accepts hyphens that are meant", () => {
  const source = "$input.params().header.Content-Type #set($x-1 = 2)$x-1 #set($i = $x - 1) ${x}-1 $unknown-1";
  expect(highlights(hyphenInReference, source)).toEqual([]);
});

it("puts blanks around a minus", () => {
  expect(fixOf(hyphenInReference, "#set($i = 3-1)")).toBe("#set($i = 3 - 1)");
});
