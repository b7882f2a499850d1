import { describe, expect, it } from "vitest";
import { compile } from "../../compile.js";
import { compareDoubles } from "./comparison.js";

const VARIABLES =
  "#set($i = 7)#set($y = $i.byteValue())#set($s = $i.shortValue())#set($f = $i.floatValue())" +
  "#set($nan = $i.doubleValue().valueOf('NaN'))#set($r = $input.path('$'))";
const BODY = '{"pi": 3.141592653589793238462643, "zero": 0.00000000000000000000}';

describe("comparison of values of any types, as the reference engine answers", () => {
  it.each([
    ["1 < 2", true],
    ["1 < 1", false],
    ["1 <= 1.0", true],
    ["1.5 > 1", true],
    ["3000000000 >= 3000000000.0", true],
    ["9007199254740993 > 9007199254740992.0", false],
    ["9007199254740993 > 9007199254740992", true],
    ["12345678901234567890 > 1.5", true],
    ["-12345678901234567890 < 0", true],
    ["$r.pi > 3", true],
    ["$r.pi < 3.2", true],
    ["$r.zero >= 0", true],
    ["0.0 <= -0.0", true],
    ["-0.0 >= 0.0", true],
    ["$nan < 1", false],
    ["$nan > 1", false],
    ["$nan <= 1", true],
    ["$nan >= 1", true],
    ["$f > 6.5", true],
    ["$f < 7.0000001", true],
    ["$y <= $s", true],
    ["'a' < 'b'", false],
    ["'2' > 1", false],
    ["true < 2", false],
    ["2 > $undefined", false],
  ])("%s is %s", (condition, expected) => {
    const template = compile(`${VARIABLES}#if(${condition})true#{else}false#end`);
    expect(template.render({ body: BODY }).output).toBe(String(expected));
  });
});

describe("Double.compare", () => {
  it.each([
    [1, 2, -1],
    [2, 1, 1],
    [0, 0, 0],
    [-0, 0, -1],
    [0, -0, 1],
    [Number.NaN, Number.POSITIVE_INFINITY, 1],
    [Number.NEGATIVE_INFINITY, Number.NaN, -1],
    [Number.NaN, Number.NaN, 0],
  ])("%d with %d is %d", (a, b, order) => {
    expect(compareDoubles(a, b)).toBe(order);
  });
});
