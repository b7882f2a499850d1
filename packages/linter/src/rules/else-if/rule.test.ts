import { expect, it } from "vitest";
import { check, fixOf, highlights } from "../../testing/check-rule.js";
import { elseIf } from "./rule.js";

it("finds #else if with any blanks", () => {
  expect(highlights(elseIf, "#if($a == 1)x#else if($b == 1)y#end")).toEqual(["#else if"]);
});

it("finds an #else and an #end that letters follow", () => {
  expect(highlights(elseIf, "#if($a == 1)x#elsey#end")).toEqual(["#elsey"]);
  expect(check(elseIf, "#if($a == 1)x#endy")).toHaveLength(1);
});

it("accepts #elseif, an #if in an #else, and DynamoDB names", () => {
  expect(highlights(elseIf, "#if($a == 1)x#elseif($b == 1)y#else#if($c == 1)z#end#end")).toEqual([]);
  expect(highlights(elseIf, '#if($a == 1)"#endDate": "set #elsewhere"#end')).toEqual([]);
});

it("writes #elseif", () => {
  expect(fixOf(elseIf, "#if($a == 1)x#else if($b == 1)y#end")).toBe("#if($a == 1)x#elseif($b == 1)y#end");
});
