import { describe, expect, it } from "vitest";
import { print } from "../object/print.js";
import { JavaArray, JavaException, type Value } from "../value.js";
import { convertArguments } from "./arguments.js";
import type { MethodResult } from "./method-table.js";
import { resolveOverload } from "./overload-resolution.js";
import { stringMethods } from "./string.js";

/** The result of a call; a method that does not exist or fit gives the empty string, as in the service. */
function call(self: string, name: string, ...args: Value[]): MethodResult {
  const method = resolveOverload(stringMethods.get(name) ?? [], args);
  return method === undefined ? "" : method.invoke(self as never, convertArguments(method.params, args));
}

/** What `$self.name(args)` prints, or the simple name of the exception. */
function printed(self: string, name: string, args: Value[]): string {
  try {
    return print(call(self, name, ...args) ?? "");
  } catch (error) {
    if (error instanceof JavaException) return `!${error.javaClass.slice(error.javaClass.lastIndexOf(".") + 1)}`;
    throw error;
  }
}

// All expected values are what the reference engine printed on JDK 17.

describe("length and characters count UTF-16 units", () => {
  it.each<[string, string, Value[], string]>([
    ["üñí€😀", "length", [], "6"],
    ["Hello", "charAt", [1], "e"],
    ["😀", "charAt", [0], "\ud83d"],
    ["Hello", "charAt", [9], "!StringIndexOutOfBoundsException"],
    ["😀b", "codePointAt", [0], "128512"],
    ["😀b", "codePointAt", [9], "!StringIndexOutOfBoundsException"],
    ["😀b", "codePointBefore", [2], "128512"],
    ["😀b", "codePointCount", [0, 3], "2"],
    ["😀b", "offsetByCodePoints", [0, 2], "3"],
    ["😀b", "offsetByCodePoints", [0, 3], "!IndexOutOfBoundsException"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("substring checks its bounds", () => {
  it.each<[string, string, Value[], string]>([
    ["Hello", "substring", [2], "llo"],
    ["Hello", "substring", [5], ""],
    ["Hello", "substring", [6], "!StringIndexOutOfBoundsException"],
    ["Hello", "substring", [-1], "!StringIndexOutOfBoundsException"],
    ["Hello", "substring", [1, 3], "el"],
    ["Hello", "substring", [3, 1], "!StringIndexOutOfBoundsException"],
    ["Hello", "substring", [0, 9], "!StringIndexOutOfBoundsException"],
    ["Hello", "subSequence", [1, 3], "el"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("search", () => {
  it.each<[string, string, Value[], string]>([
    ["Hello", "indexOf", ["l"], "2"],
    ["Hello", "indexOf", ["l", 3], "3"],
    ["Hello", "indexOf", ["", 99], "5"],
    ["Hello", "indexOf", [108], "2"],
    ["Hello", "indexOf", [108, -5], "2"],
    ["a😀", "indexOf", [128512], "1"],
    ["Hello", "indexOf", [-1], "-1"],
    ["Hello", "lastIndexOf", ["l"], "3"],
    ["Hello", "lastIndexOf", ["H", -1], "-1"],
    ["Hello", "lastIndexOf", ["", 99], "5"],
    ["Hello", "lastIndexOf", [108, 2], "2"],
    ["Hello", "contains", ["ell"], "true"],
    ["Hello", "startsWith", ["l", 2], "true"],
    ["Hello", "startsWith", ["", 5], "true"],
    ["Hello", "startsWith", ["", 6], "false"],
    ["Hello", "endsWith", ["lo"], "true"],
    ["Hello", "regionMatches", [1, "xell", 1, 3], "true"],
    ["Hello", "regionMatches", [true, 1, "xELL", 1, 3], "true"],
    ["Hello", "regionMatches", [-1, "x", 1, 3], "false"],
    ["Hello", "regionMatches", [1, "x", 0, -3], "true"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("comparison", () => {
  it.each<[string, string, Value[], string]>([
    ["a", "compareTo", ["b"], "-1"],
    ["abc", "compareTo", ["a"], "2"],
    ["Hello", "compareTo", [5], "!ClassCastException"],
    ["Hello, World", "compareToIgnoreCase", ["hello, worlc"], "1"],
    ["𐐀", "compareToIgnoreCase", ["𐐨"], "0"],
    ["𐐨B", "compareToIgnoreCase", ["aXbX"], "55200"],
    ["straße", "equalsIgnoreCase", ["STRASSE"], "false"],
    ["ıİ", "equalsIgnoreCase", ["II"], "true"],
    ["Hello", "equals", ["Hello"], "true"],
    ["5", "equals", [5], "false"],
    ["Hello", "contentEquals", ["Hello"], "true"],
    ["Hello", "hashCode", [], "69609650"],
    ["", "hashCode", [], "0"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("case", () => {
  it.each<[string, string, Value[], string]>([
    ["straße ŉ", "toUpperCase", [], "STRASSE ʼN"],
    ["ΑΣ ΣΑ", "toLowerCase", [], "ας σα"],
    ["İI", "toLowerCase", [], "i\u0307i"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("white space", () => {
  it.each<[string, string, Value[], string]>([
    ["  x\u00a0 ", "trim", [], "x\u00a0"],
    ["\u2003x\u3000", "strip", [], "x"],
    ["\u00a0x ", "strip", [], "\u00a0x"],
    [" x ", "stripLeading", [], "x "],
    [" x ", "stripTrailing", [], " x"],
    ["\t\n", "isBlank", [], "true"],
    ["\u00a0", "isBlank", [], "false"],
    ["", "isEmpty", [], "true"],
    [" a\n b", "indent", [2], "   a\n   b\n"],
    ["   a\n b", "indent", [-2], " a\nb\n"],
    ["  a\n   b\n ", "stripIndent", [], " a\n  b\n"],
    ["a\\tb\\101\\'", "translateEscapes", [], "a\tbA'"],
    ["a\\q", "translateEscapes", [], "!IllegalArgumentException"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("replacement", () => {
  it.each<[string, string, Value[], string]>([
    ["Hello", "replace", ["l", "L"], "HeLLo"],
    ["Hello", "replace", ["l", ""], "Heo"],
    ["😀", "replace", ["", "-"], "-\ud83d-\ude00-"],
    ["a.b", "replace", [".", "$1"], "a$1b"],
    ["Hello", "replaceAll", ["(l+)", "<$1>"], "He<ll>o"],
    ["Hello", "replaceFirst", ["l", "L"], "HeLlo"],
    ["Hello", "replaceAll", ["(", "x"], "!PatternSyntaxException"],
    ["Hello", "concat", ["!"], "Hello!"],
    ["ab", "repeat", [3], "ababab"],
    ["ab", "repeat", [-1], "!IllegalArgumentException"],
    ["Hello", "matches", ["Hel"], "false"],
    ["Hello", "matches", ["Hel.*"], "true"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("static methods", () => {
  it.each<[string, string, Value[], string]>([
    ["", "join", ["-", ["a", "b"]], "a-b"],
    ["", "join", ["-", "a", "b"], "a-b"],
    ["", "join", ["-", "a", 1], ""],
    ["", "join", ["-", ["a", 1]], "!ClassCastException"],
    ["", "valueOf", [1.5], "1.5"],
    ["", "valueOf", [["a"]], '["a"]'],
    ["%s", "formatted", ["x"], "x"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("format", () => {
  it.each<[string, string, Value[], string]>([
    ["", "format", ["%5d|%-5d|%05d|%,d|%+d|%(d", 1, 2, 3, 1234567, 4, -5], "    1|2    |00003|1,234,567|+4|(5)"],
    ["", "format", ["%x %X %#x %o %08x", -1, 255, 255, 8, 255], "ffffffff FF 0xff 10 000000ff"],
    ["", "format", ["%s %<s %1$S %3$s", "a", "b", "c"], "a a A c"],
    ["", "format", ["%.2s|%5s|%-5s|", "abc", "x", "y"], "ab|    x|y    |"],
    [
      "",
      "format",
      ["%.2f %.2f %f %10.3f %010.2f %,.1f", 0.125, 1.005, 1.5, -2.25, -1.5, 12345.67],
      "0.13 1.01 1.500000     -2.250 -000001.50 12,345.7",
    ],
    [
      "",
      "format",
      ["%e %.0e %g %g %G", 12345.678, 15.5, 0.0001, 1234567.5, 0.00001],
      "1.234568e+04 2e+01 0.000100000 1.23457e+06 1.00000E-05",
    ],
    ["", "format", ["%b %B %c %h %n%%", true, "x", 65, "hello"], "true TRUE A 5e918d2 \n%"],
    ["", "format", ["%d", "x"], "!IllegalFormatConversionException"],
    ["", "format", ["%f", 1], "!IllegalFormatConversionException"],
    ["", "format", ["%s %s", "a"], "!MissingFormatArgumentException"],
    ["", "format", ["%q", "a"], "!UnknownFormatConversionException"],
    ["", "format", ["100%"], "!UnknownFormatConversionException"],
    ["", "format", ["%-s", "a"], "!MissingFormatWidthException"],
    ["", "format", ["%+ d", 1], "!IllegalFormatFlagsException"],
    ["", "format", ["%#d", 1], "!FormatFlagsConversionMismatchException"],
    ["", "format", ["%.1d", 1], "!IllegalFormatPrecisionException"],
    ["", "format", ["%--5d", 1], "!DuplicateFormatFlagsException"],
  ])("%j.%s%j", (self, name, args, expected) => {
    expect(printed(self, name, args)).toBe(expected);
  });
});

describe("arrays", () => {
  it("split gives a String[]", () => {
    const pieces = call("a,b,,c,,", "split", ",");
    expect(pieces).toBeInstanceOf(JavaArray);
    expect([...(pieces as JavaArray)]).toEqual(["a", "b", "", "c"]);
    expect((pieces as JavaArray).elementClass).toBe("java.lang.String");
    expect(call("a,b,,c,,", "split", ",", -1)).toHaveLength(6);
  });

  it("toCharArray gives a char[]", () => {
    const chars = call("aé", "toCharArray") as JavaArray;
    expect(chars.elementClass).toBe("char");
    expect([...chars].map(print)).toEqual(["a", "é"]);
  });

  it("getBytes gives a byte[] of signed bytes", () => {
    const bytesOf = (charset: string): string[] => [...(call("é€", "getBytes", charset) as JavaArray)].map(print);
    expect((call("é€", "getBytes") as JavaArray).elementClass).toBe("byte");
    expect(bytesOf("UTF-8")).toEqual(["-61", "-87", "-30", "-126", "-84"]);
    expect(bytesOf("latin1")).toEqual(["-23", "63"]);
    expect(bytesOf("US-ASCII")).toEqual(["63", "63"]);
    expect(bytesOf("UTF-16")).toEqual(["-2", "-1", "0", "-23", "32", "-84"]);
    expect(printed("é€", "getBytes", ["xx"])).toBe("!UnsupportedEncodingException");
  });
});

describe("null arguments", () => {
  it.each(["concat", "contains", "compareTo", "startsWith", "endsWith", "indexOf", "matches", "split"])(
    "%s throws a NullPointerException",
    (name) => {
      const overload = stringMethods.get(name)?.find(({ params }) => params.length === 1 && params[0] !== "int");
      expect(() => overload?.invoke("a" as never, [null])).toThrow(
        expect.objectContaining({ javaClass: "java.lang.NullPointerException" }),
      );
    },
  );

  it("equals and equalsIgnoreCase take them", () => {
    expect(call("a", "equals", null)).toBe(false);
    expect(call("a", "equalsIgnoreCase", null)).toBe(false);
  });
});

describe("results that would not fit the memory", () => {
  it.each<[string, Value[]]>([
    ["repeat", [2_000_000_000]],
    ["indent", [2_000_000_000]],
    ["replace", ["", "x".repeat(10_000)]],
    ["format", ["%2000000000d", 1]],
    ["format", ["%.2000000000f", 1.5]],
  ])("%s", (name, args) => {
    expect(printed("a".repeat(100_000), name, args)).toBe("!OutOfMemoryError");
  });
});
