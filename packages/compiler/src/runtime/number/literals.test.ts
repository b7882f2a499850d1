import { describe, expect, it } from "vitest";
import { className } from "../object/java-class.js";
import { print } from "../object/print.js";
import { parseFloatLiteral, parseIntegerLiteral } from "./literals.js";

describe("integer literals take the first class that holds them", () => {
  it.each([
    ["0", "0", "java.lang.Integer"],
    ["-0", "0", "java.lang.Integer"],
    ["007", "7", "java.lang.Integer"],
    ["2147483647", "2147483647", "java.lang.Integer"],
    ["-2147483648", "-2147483648", "java.lang.Integer"],
    ["2147483648", "2147483648", "java.lang.Long"],
    ["0000000000000000000005", "5", "java.lang.Integer"],
    ["9007199254740993", "9007199254740993", "java.lang.Long"],
    ["-9223372036854775808", "-9223372036854775808", "java.lang.Long"],
    ["9223372036854775808", "9223372036854775808", "java.math.BigInteger"],
  ])("%s is %s, a %s", (text, printed, name) => {
    const value = parseIntegerLiteral(text);
    expect([print(value), className(value)]).toEqual([printed, name]);
  });
});

describe("floating-point literals are Doubles", () => {
  it.each([
    ["1.0", "1.0"],
    ["-0.0", "-0.0"],
    [".5", "0.5"],
    ["1e3", "1000.0"],
    ["1.e3", "1000.0"],
    ["1e400", "Infinity"],
    ["0.1234567890123456789", "0.12345678901234568"],
  ])("%s prints %s", (text, printed) => {
    const value = parseFloatLiteral(text);
    expect([print(value), className(value)]).toEqual([printed, "java.lang.Double"]);
  });
});
