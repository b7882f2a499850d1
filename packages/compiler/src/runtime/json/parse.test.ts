import { describe, expect, it } from "vitest";
import { mapKeys } from "../collections/map.js";
import { className } from "../object/java-class.js";
import { print } from "../object/print.js";
import { isMap, JavaException, type JavaMap, type Value } from "../value.js";
import { parseJson } from "./parse.js";

function nested(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

describe("what json-smart takes for JSON", () => {
  // Text, and what the reference engine prints for it.
  it.each([
    ["[-]", "[0]"],
    ["[--5]", '["--5"]'],
    ["[-.5]", "[-0.5]"],
    ["[1.]", "[1.0]"],
    ["[5é]", '[5,"é"]'],
    ["[5~]", '[5,"~"]'],
    ["[1 2]", '["1 2"]'],
    ["[NaN]", "[NaN]"],
    ["NaN", "NaN"],
    ["nul", "nul"],
    ["[1.1234567890123456789.]", '["1.1234567890123456789."]'],
    ["[00000000000000000001]", "[1]"],
    ["[0000000000000000001]", "[1]"],
    ["[-0000000000000000001]", "[-1]"],
    ["[-00000000000000000001]", "[-1]"],
    [" \u000bnull", "null"],
    ["[\u000bnull]", '["null"]'],
    ['{"a":\u000b null}', "{a=null}"],
    ['{"a" \u0001:1}', "{a=1}"],
    ['{,,"a":1,,}', "{a=1}"],
    ['{"a":,"b":2}', "{a=, b=2}"],
    ['["\\x41\\q\\u0041"]', '["AA"]'],
    ["['a\"b\\'c']", '["a\\"b\'c"]'],
    ['["a\u007f\u0001"]', '["a\\u007F\\u0001"]'],
    ['["a\\n\u007f\u0001b"]', '["a\\nb"]'],
    ['["a\\\u001a"]', '["a"]'],
    ['\ufeff{"a":1}', '\ufeff{"a":1}'],
    ['"abc" def', "abc"],
    ["123 x", "123 x"],
    ["1,2", "1,2"],
    ["123", "123"],
    ["-", "0"],
    ["1.5", "1.5"],
    ["1e400", "Infinity"],
    ["   ", ""],
    ["\t\n", ""],
    ["true x", "true x"],
    ["true ", "true"],
    ["'a' b", "a"],
    ["[1]x", "[1]"],
    ['{"a":1}x', "{a=1}"],
    ['"\\ud800"', "\ud800"],
    ['["\ud800"]', '["\ud800"]'],
    ["[01.50]", "[1.5]"],
    ["[0x1F]", '["0x1F"]'],
    ["[1.0e5]", "[100000.0]"],
    ["[+1]", '["+1"]'],
    ['["a""b"]', '["a","b"]'],
    ['["a" "b"]', '["a","b"]'],
    ['["a"b]', '["a","b"]'],
    ['{"a":1 "b":2}', '{a=1 "b":2}'],
    ['{"__proto__":1,"10":2,"a":3,"1":4}', "{__proto__=1, 10=2, a=3, 1=4}"],
    ['{"a":1,"b":2,"a":3}', "{a=3, b=2}"],
    ["{'':1}", "{=1}"],
    ['{"a":1:2}', "{a=1:2}"],
    ['{"":""}', "{=}"],
    ['{"a":true false}', "{a=true false}"],
    ["[tru e]", '["tru e"]'],
    ['{"a":nullx}', "{a=nullx}"],
    ["[null]", "[null]"],
    ["[null x]", '["null x"]'],
    ["[[],{}x]", '[[],{},"x"]'],
    ["/* c */{}", "/* c */{}"],
    ['{"a":1}/*', "{a=1}"],
    ['{//c\n"a":1}', '{//c\n"a"=1}'],
    ["{\"a\":'b\nc'}", "{a=b\nc}"],
    ['["a\nb"]', '["a\\nb"]'],
    ['["1"]x]', '["1"]'],
    ["[1.0000000000000000]", "[1.0]"],
    ["[123456789012345678]", "[123456789012345678]"],
    ["[1234567890123456789]", "[1234567890123456789]"],
    ["[12345678901234567890]", "[12345678901234567890]"],
    ["[-9223372036854775808]", "[-9223372036854775808]"],
    ["[-9223372036854775809]", "[-9223372036854775809]"],
    ["[9223372036854775807]", "[9223372036854775807]"],
    ["[9223372036854775808]", "[9223372036854775808]"],
    ["[0.1e1]", "[1.0]"],
    ["[100e-2]", "[1.0]"],
    ["[1E5]", "[100000.0]"],
    ["[1e5,2]", "[100000.0,2]"],
    ['{"a":1e5}', "{a=100000.0}"],
    ['{"a":1.5e3 }', "{a=1500.0}"],
    ["[1.5e3x]", '["1.5e3x"]'],
    ["[.5]", '[".5"]'],
    ["[5.]", "[5.0]"],
    ["[5.,6]", "[5.0,6]"],
    ["[1e5.5]", '["1e5.5"]'],
    ["[- 5]", '["- 5"]'],
    ["[5 -]", '["5 -"]'],
  ])("reads %j as %j", (text, printed) => {
    expect(print(parseJson(text))).toBe(printed);
  });
});

describe("what json-smart refuses", () => {
  it.each([
    ["[1e+]", "java.lang.NumberFormatException", 'For input string: "1e+"'],
    ["[-.]", "java.lang.NumberFormatException", 'For input string: "-."'],
    ["[-e5]", "java.lang.NumberFormatException", 'For input string: "-e5"'],
    ["[5\u001a", "net.minidev.json.parser.ParseException", "Unexpected End Of File position 1: EOF"],
    ['{"a":1\u001a}', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 5: null"],
    ["{a b : c d , e}", "net.minidev.json.parser.ParseException", "Unexpected End Of File position 14: null"],
    ["{a b : c d , e", "net.minidev.json.parser.ParseException", "Unexpected End Of File position 13: null"],
    ['{"a":1,"b"}', "net.minidev.json.parser.ParseException", "Unexpected character (}) at position 9."],
    ['{"a"', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 3: null"],
    ["{", "net.minidev.json.parser.ParseException", "Unexpected End Of File position 0: null"],
    ["[", "net.minidev.json.parser.ParseException", "Unexpected End Of File position 0: EOF"],
    ["[,", "net.minidev.json.parser.ParseException", "Unexpected End Of File position 1: EOF"],
    ['{"a":', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 4: EOF"],
    ['{"a": ', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 5: null"],
    ['{"a":}', "net.minidev.json.parser.ParseException", "Unexpected character (}) at position 5."],
    ["[}", "net.minidev.json.parser.ParseException", "Unexpected character (}) at position 1."],
    ["}", "net.minidev.json.parser.ParseException", "Unexpected character (}) at position 0."],
    [":", "net.minidev.json.parser.ParseException", "Unexpected character (:) at position 0."],
    ["]", "net.minidev.json.parser.ParseException", "Unexpected character (]) at position 0."],
    ["[{]", "net.minidev.json.parser.ParseException", "Unexpected character (]) at position 2."],
    ["{[", "net.minidev.json.parser.ParseException", "Unexpected character ([) at position 1."],
    [
      '{"a":"\\u12G4"}',
      "net.minidev.json.parser.ParseException",
      "Unexpected unicode escape sequence G at position 10.",
    ],
    ['{"a":"\\u12', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 10: null"],
    ['["a', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 3: null"],
    ['["a\\', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 4: null"],
    ['["a\\"', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 4: null"],
    ['["a\\""', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 5: EOF"],
    ['{"a":"x"y}', "net.minidev.json.parser.ParseException", "Unexpected token y at position 7."],
    ['{"a":[1}', "net.minidev.json.parser.ParseException", "Unexpected End Of File position 7: EOF"],
    ["{:1}", "net.minidev.json.parser.ParseException", "Unexpected character (:) at position 1."],
    ['{"a"::1}', "net.minidev.json.parser.ParseException", "Unexpected character (:) at position 5."],
    ['{"a" "b":1}', "net.minidev.json.parser.ParseException", 'Unexpected character (") at position 4.'],
    ["[1,2", "net.minidev.json.parser.ParseException", "Unexpected End Of File position 3: EOF"],
  ])("throws for %j", (text, javaClass, message) => {
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ javaClass, message }));
  });
});

describe("numbers", () => {
  it.each([
    ["1", "java.lang.Integer"],
    ["-2147483648", "java.lang.Integer"],
    ["2147483648", "java.lang.Long"],
    ["9223372036854775807", "java.lang.Long"],
    ["9223372036854775808", "java.math.BigInteger"],
    ["00000000000000000001", "java.math.BigInteger"],
    ["1.0", "java.lang.Double"],
    ["1e2", "java.lang.Double"],
    ["1.0000000000000000", "java.lang.Double"],
    ["1.00000000000000000", "java.math.BigDecimal"],
    ["NaN", "java.lang.Float"],
    ["'1'", "java.lang.String"],
    ["1x", "java.lang.String"],
  ])("makes of %s a %s", (text, expected) => {
    expect(className(parseJson(text))).toBe(expected);
    expect(className((parseJson(`[${text}]`) as Value[])[0]!)).toBe(expected);
  });
});

describe("keys", () => {
  it("keeps the order of the text, whatever the keys look like", () => {
    const map = parseJson('{"b":1,"10":2,"__proto__":3,"2":4,"a":5,"b":6}') as JavaMap;
    expect(mapKeys(map)).toEqual(["b", "10", "__proto__", "2", "a"]);
    expect(print(map)).toBe("{b=6, 10=2, __proto__=3, 2=4, a=5}");
  });

  it("finds index-like and dangerous keys behind escapes", () => {
    const map = parseJson(String.raw`{"a":1,"\u0031":2,"\u005f_proto__":3}`) as JavaMap;
    expect(mapKeys(map)).toEqual(["a", "1", "__proto__"]);
    expect(isMap(map) && Object.getPrototypeOf(map)).toBe(Object.prototype);
  });
});

describe("nesting", () => {
  it.each([nested, (depth: number) => `${nested(depth)} x`])("is limited, with and without JSON.parse", (text) => {
    expect(print(parseJson(text(1000)))).toBe(nested(1000));
    for (const depth of [1001, 100_000]) {
      expect(() => parseJson(text(depth))).toThrow(JavaException);
      expect(() => parseJson(text(depth))).toThrow(
        "Malicious payload, having non natural depths, parsing stoped on [ at position 1000.",
      );
    }
  });

  it("does not count brackets that are closed, nor those in strings", () => {
    const flat = `[${Array(5000).fill('"[",{"a":[]}').join(",")}]`;
    expect(parseJson(flat)).toHaveLength(10_000);
  });
});
