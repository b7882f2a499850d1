import { expect, it } from "vitest";
import { fixOf, highlights } from "../../testing/check-rule.js";
import { valueAsCondition } from "./rule.js";

const conditionsOf = (condition: string) => highlights(valueAsCondition, `#if(${condition})yes#end`);

it("finds what has a value and no truth", () => {
  for (const value of [`"$!x"`, "'x'", '""', "1", "1.5", "[1]", "[1..2]", "{}", "1 + 1", '$x + "a"', "7 / 2"]) {
    expect(conditionsOf(value)).toEqual([value]);
  }
});

it("finds it as a part of a condition", () => {
  expect(conditionsOf('!"$!x" || ("$y" && $z == 1)')).toEqual(['"$!x"', '"$y"']);
});

it("accepts references, booleans and comparisons", () => {
  for (const condition of ["$x", "true", '"$!x" != ""', "($x + 1) > 2", "!($x == 1)", '$x.contains("a")']) {
    expect(conditionsOf(condition)).toEqual([]);
  }
});

it("writes the comparison with the empty text", () => {
  expect(fixOf(valueAsCondition, '#if("$!x")yes#end')).toBe('#if("$!x" != "")yes#end');
  expect(fixOf(valueAsCondition, "#if(1)yes#end")).toBe("#if(1)yes#end");
});
