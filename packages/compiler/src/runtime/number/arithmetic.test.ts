import { describe, expect, it } from "vitest";
import { compile } from "../../compile.js";

/** An expression, and what the reference engine prints for its value and class, or which Java exception ends it. */
type Results = readonly (readonly [expression: string, expected: string | { error: string }])[];

const VARIABLES =
  "#set($i = 7)#set($y = $i.byteValue())#set($s = $i.shortValue())#set($f = $i.floatValue())" +
  "#set($nan = $i.doubleValue().valueOf('NaN'))#set($r = $input.path('$'))";
const BODY = '{"pi": 3.141592653589793238462643, "zero": 0.00000000000000000000}';

function expectResult(expression: string, expected: string | { error: string }): void {
  const template = compile(`${VARIABLES}#set($x = ${expression})$x|$x.class.name`);
  const render = () => template.render({ body: BODY }).output;
  if (typeof expected === "string") expect(render()).toBe(expected);
  else expect(render).toThrow(expected.error);
}

describe("addition", () => {
  const results: Results = [
    ["1 + 2", "3|java.lang.Integer"],
    ["2147483647 + 1", "2147483648|java.lang.Long"],
    ["-2147483648 + -1", "-2147483649|java.lang.Long"],
    ["3000000000 + 1", "3000000001|java.lang.Long"],
    ["9223372036854775807 + 1", "9223372036854775808|java.math.BigInteger"],
    ["9223372036854775807 + 1 - 1", "9223372036854775807|java.math.BigInteger"],
    ["0.1 + 0.2", "0.30000000000000004|java.lang.Double"],
    ["1.5 + 1.5", "3.0|java.lang.Double"],
    ["1 + 2.5", "3.5|java.lang.Double"],
    ["-0.0 + 0", "0.0|java.lang.Double"],
    ["9007199254740993 + 0.0", "9.007199254740992E15|java.lang.Double"],
    ["12345678901234567890 + 1.5", "12345678901234567891.5|java.math.BigDecimal"],
    ["$r.pi + 1", "4.141592653589793238462643|java.math.BigDecimal"],
    ["$r.pi + 0.1", "3.2415926535897932440137581231257827021181583404541015625|java.math.BigDecimal"],
    ["$f + 1", "8.0|java.lang.Float"],
    ["$f + 16777217", "1.6777224E7|java.lang.Float"],
    ["$f + 0.1", "7.1|java.lang.Double"],
    ["$y + $y", "14|java.lang.Byte"],
    ["$y + 121", "128|java.lang.Integer"],
    ["$s + $y", "14|java.lang.Short"],
    ["'a' + 1", "a1|java.lang.String"],
    ["1 + 'a'", "1a|java.lang.String"],
    ["'a' + 1.0", "a1.0|java.lang.String"],
    ["'a' + true + [1, 'b']", "atrue[1, b]|java.lang.String"],
    ["true + 1", "|"],
    ["[1] + [2]", "|"],
  ];
  it.each(results)("%s", expectResult);
});

describe("subtraction", () => {
  const results: Results = [
    ["5 - 7", "-2|java.lang.Integer"],
    ["-2147483648 - 1", "-2147483649|java.lang.Long"],
    ["2147483648 - 2147483647", "1|java.lang.Long"],
    ["-9223372036854775808 - 1", "-9223372036854775809|java.math.BigInteger"],
    ["1 - 0.9", "0.09999999999999998|java.lang.Double"],
    ["$r.pi - 1", "2.141592653589793238462643|java.math.BigDecimal"],
    ["'3' - 1", "|"],
    ["12345678901234567890 - 12345678901234567890", "0|java.math.BigInteger"],
  ];
  it.each(results)("%s", expectResult);
});

describe("multiplication", () => {
  const results: Results = [
    ["46341 * 46341", "2147488281|java.lang.Long"],
    ["0 * -5", "0|java.lang.Integer"],
    ["65536 * 65536 * 65536 * 65536", "18446744073709551616|java.math.BigInteger"],
    ["9223372036854775807 * 2", "18446744073709551614|java.math.BigInteger"],
    ["-9223372036854775808 * -1", "-9223372036854775808|java.lang.Long"],
    ["-1 * -9223372036854775808", "9223372036854775808|java.math.BigInteger"],
    ["1.1 * 1.1", "1.2100000000000002|java.lang.Double"],
    ["1e400 * 0", "NaN|java.lang.Double"],
    ["$r.pi * $r.pi", "9.869604401089358618834488591660010070230106545449|java.math.BigDecimal"],
    ["$y * 100", "700|java.lang.Integer"],
    ["3000000000 * 3", "9000000000|java.lang.Long"],
  ];
  it.each(results)("%s", expectResult);
});

describe("division", () => {
  const results: Results = [
    ["7 / 2", "3|java.lang.Integer"],
    ["-7 / 2", "-3|java.lang.Integer"],
    ["-2147483648 / -1", "2147483648|java.lang.Long"],
    ["-9223372036854775808 / -1", "-9223372036854775808|java.lang.Long"],
    ["7 / 2.0", "3.5|java.lang.Double"],
    ["1 / 0", "|"],
    ["1 / 0.0", "|"],
    ["1.0 / 0", "|"],
    ["0 / 5", "0|java.lang.Integer"],
    ["1 / $nan", "NaN|java.lang.Double"],
    ["1 / $r.pi", "0|java.math.BigDecimal"],
    ["$r.pi / 2", "1.570796326794896619231321|java.math.BigDecimal"],
    ["$r.pi / 3", "1.047197551196597746154214|java.math.BigDecimal"],
    ["1 / $r.zero", "|"],
    ["12345678901234567890 / 7", "1763668414462081127|java.math.BigInteger"],
    ["-12345678901234567890 / 7", "-1763668414462081127|java.math.BigInteger"],
    ["12345678901234567890 / 2.0", "6172839450617283945|java.math.BigDecimal"],
    ["$f / 3", "2.3333333|java.lang.Float"],
  ];
  it.each(results)("%s", expectResult);
});

describe("modulo", () => {
  const results: Results = [
    ["7 % 3", "1|java.lang.Integer"],
    ["-7 % 3", "-1|java.lang.Integer"],
    ["7 % -3", "1|java.lang.Integer"],
    ["-7 % 7", "0|java.lang.Integer"],
    ["5 % 0", "|"],
    ["5.5 % 2", "1.5|java.lang.Double"],
    ["-5.5 % 2", "-1.5|java.lang.Double"],
    ["5 % 2.5", "0.0|java.lang.Double"],
    ["12345678901234567890 % 7", "1|java.math.BigInteger"],
    ["-12345678901234567890 % 7", "6|java.math.BigInteger"],
    ["12345678901234567890 % ($i - 14)", { error: "ArithmeticException" }],
    ["$r.pi % 2", { error: "ArithmeticException" }],
    ["$r.pi % 0", "|"],
    ["-9223372036854775808 % -1", "0|java.lang.Long"],
  ];
  it.each(results)("%s", expectResult);
});

describe("integers beyond all use", () => {
  it("end with Java's exception before they take the memory of the process", () => {
    const template = compile("#set($x = 9999999999)#foreach($i in [1..100])#set($x = $x * $x)#end$x");
    expect(() => template.render({})).toThrow("BigInteger would overflow supported range");
  });
});
