import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse.js";
import { toJson } from "../json/print.js";
import { JavaException } from "../value.js";
import { compilePath, definiteSteps } from "./json-path.js";

function read(path: string, document: string): string | undefined {
  const value = compilePath(path).read(parseJson(document));
  return value === undefined ? undefined : toJson(value);
}

const INVALID = expect.objectContaining({ javaClass: "com.jayway.jsonpath.InvalidPathException" });

describe("definite paths", () => {
  it.each([
    ["$", '{"a":1}', '{"a":1}'],
    ["$.a.b", '{"a":{"b":null}}', "null"],
    ["$.a[-1]['b c']", '{"a":[1,{"b c":2}]}', "2"],
    ['$["a"]["b\\"c"]', '{"a":{"b\\"c":3}}', "3"],
    ["$['__proto__']", '{"a":1}', undefined],
    ["$.constructor", '{"a":1}', undefined],
    ["$.toString.name", '{"a":1}', undefined],
    ["$['__proto__'].x", '{"__proto__":{"x":1}}', "1"],
    ["$[10]", '{"10":1}', undefined],
    ["$.10", '{"10":1}', "1"],
    ["a.b", '{"a":{"b":1}}', "1"],
    ["$.a ", '{"a":1}', "1"],
    ["$.length", "[1]", undefined],
    ["$.a", '"text"', undefined],
    ["$", "null", "null"],
  ])("%s of %s", (path, document, expected) => {
    expect(read(path, document)).toBe(expected);
  });
});

describe("what is missing", () => {
  it("is nothing at all behind definite steps, and skipped behind indefinite ones", () => {
    expect(read("$.a[*]", "{}")).toBeUndefined();
    expect(read("$[*].a.b", '[{"a":{"b":1}},{"a":2},{},3,null]')).toBe("[1]");
    expect(read("$..a[0]", '{"a":[1],"b":{"a":2}}')).toBe("[1]");
    expect(read("$['a','x']", '{"a":1}')).toBe('{"a":1}');
    expect(read("$['a','x'].b", '{"a":{"b":1}}')).toBe("[1]");
  });
});

describe("slices", () => {
  it.each([
    ["$[1:]", "[2,3,4]"],
    ["$[-2:]", "[3,4]"],
    ["$[:2]", "[1,2]"],
    ["$[:-1]", "[1,2,3]"],
    ["$[1:3]", "[2,3]"],
    ["$[1:-1]", "[]"],
    ["$[-1:1]", "[4,1]"],
    ["$[-2147483648:1]", "[1,2,3,4,1]"],
    ["$[1:2:3]", "[2]"],
    ["$[0, 3,9]", "[1,4]"],
  ])("%s", (path, expected) => {
    expect(read(path, "[1,2,3,4]")).toBe(expected);
  });
});

describe("scans", () => {
  it("finds the outer before the inner, in the order of the document", () => {
    expect(read("$..a", '{"a":{"a":1},"b":[{"a":2}]}')).toBe('[{"a":1},1,2]');
    expect(read("$..*", '{"a":[1],"b":2}')).toBe("[[1],2,1]");
    expect(read("$..[0]", "[[1],[2]]")).toBe("[[1],1,2]");
    expect(read("$..[?(@.a)]", '[{"a":1,"b":{"a":2}},[{"c":3}]]')).toBe('[{"a":1,"b":{"a":2}},{"a":2}]');
  });

  // Jayway 2.9.0 inside the reference engine; 2.4.0 gives [1,2] and [3,1,2] for the first two.
  it.each([
    ["$..[0].a", '[{"a":1},{"a":2}]', "[1]"],
    ["$..*.c", '{"l":[{"c":1},{"c":2}],"m":{"c":3}}', "[3]"],
    ["$..[-1].a", '[{"a":1},{"a":2}]', "[]"],
    ["$..[0].a.b", '[{"a":{"b":1}},{"a":{"b":2}}]', "[1,2]"],
    ["$..[0][0]", "[[1],[2]]", "[1,2]"],
  ])("goes on in lists by the index of the item: %s of %s", (path, document, expected) => {
    expect(read(path, document)).toBe(expected);
  });
});

describe("filters", () => {
  const items = `[
    {"id": 1, "s": "abc", "n": 1.5, "l": ["x", 2], "m": {}, "t": true, "z": null},
    {"id": 2, "s": "10", "n": 10, "l": [], "t": false},
    {"id": 3, "s": "", "n": 12345678901234567890123}
  ]`;

  it.each([
    ["@.n == 1.50", "[1]"],
    ["@.n == '10'", "[2]"],
    ["@.s == 10", "[2]"],
    ["@.s == 10.0", "[]"],
    ["10.0 == @.s", "[2]"],
    ["@.s === 10", "[]"],
    ["@.n > 10", "[3]"],
    ["@.n == 12345678901234567890123", "[3]"],
    ["@.n == 12345678901234567890124", "[]"],
    ["@.n >= 1.5 && @.n < 10.1", "[1,2]"],
    ["@.n >= 15e-1 && @.n < 1.01E1", "[1,2]"],
    ["@.n < 1e400", "[1,2,3]"],
    ["@.s > 'a'", "[1]"],
    ["@.s > 5", "[]"],
    ["@.z == null", "[1]"],
    ["@.missing != 1", "[1,2,3]"],
    ["@.missing == @.missing", "[]"],
    ["@.t == true || @.id == 3", "[1,3]"],
    ["!(@.t == true) && @.id < 3", "[2]"],
    ["!@.t", "[3]"],
    ["@.z", "[1]"],
    ["@.id in [1, 3]", "[1,3]"],
    ["@.id nin [1, 3]", "[2]"],
    ["@.l anyof ['x','y']", "[1]"],
    ["@.l noneof ['x','y']", "[2]"],
    ["@.l subsetof ['x', 2, 3]", "[1,2]"],
    ["@.l contains 'x'", "[1]"],
    ["@.s contains 'b'", "[1]"],
    ["@.l size 2", "[1]"],
    ["@.s size 2", "[2]"],
    ["@.s empty true", "[3]"],
    ["@.l empty false", "[1]"],
    ["@.l == ['x', 2]", "[1]"],
    ["@.l == ['x', 2.0]", "[]"],
    ["@.m == {}", "[1]"],
    ["@.l all ['x']", "[]"],
    ["@.s =~ /A.C/i", "[1]"],
    ["@.s =~ /b/", "[]"],
    ["@.l =~ /x/", "[1]"],
    ["@.n =~ /1.5/", "[1]"],
    ["@.id == $[1].id", "[2]"],
    ["@.l.length() == 2", "[1]"],
    ["@.s == 'it\\'s' || (@.id == 1 && (@.n == 1.5))", "[1]"],
  ])("%s", (filter, ids) => {
    expect(read(`$[?(${filter})].id`, items)).toBe(ids);
  });

  it("cannot be applied to a primitive, unless that was not asked for by name", () => {
    expect(() => read("$.a[?(@ > 1)]", '{"a":1}')).toThrow(
      "Filter: [?] can not be applied to primitives. Current context is: 1",
    );
    expect(read("$[*][?(@ > 1)]", "[1,[2]]")).toBe("[2]");
  });

  it("fails for maps that are asked whether they are empty", () => {
    expect(() => read("$[?(@.m empty true)]", '[{"m":{}}]')).toThrow("cannot be cast");
  });

  it("fails for lists of lists, which Jayway cannot look into", () => {
    expect(() => read("$[?(@.l contains 1)]", '[{"l":[[1]]}]')).toThrow("Could not determine value type");
  });
});

describe("functions", () => {
  const numbers =
    '{"numbers":[1,2,3,4,5,6,7,8,9,10],"text":["a","b","c"],"empty":[],"object":{"a":1,"b":2},"minus":[-1,-2],"lists":[[1],[2]],"deep":[1,[2,3]]}';

  // The first seven are from the tests of Jayway.
  it.each([
    ["$.numbers.avg()", "5.5"],
    ["$.numbers.sum()", "55.0"],
    ["$.numbers.max()", "10.0"],
    ["$.numbers.min()", "1.0"],
    ["$.numbers.stddev()", "2.8722813232690143"],
    ["$.text.concat()", '"abc"'],
    ["$.sum($.numbers.min(), $.numbers.max())", "11.0"],
    ["$.numbers.length()", "10"],
    ["$.object.size()", "2"],
    ["$.object.keys()", '["a","b"]'],
    ["$.numbers.first()", "1"],
    ["$.numbers.last()", "10"],
    ["$.numbers.index(-2)", "9"],
    // The comma of a string is lost, and an escaped quote with all that follows.
    ['$.concat("x, y", $.text, 1)', '"x yabc1"'],
    ['$.concat("x, \\"y\\"", $.text, 1)', '""'],
    ["$.numbers.sum(1, 2.5)", "58.5"],
    ["$.numbers.append(11).length()", "11"],
    ["$.minus.max()", "4.9E-324"],
    ["$..a.length()", "0"],
    ["$..object.length()", "2"],
    ["$.length($.deep)", "2"],
    ["$.lists[*].sum($.numbers[*])", "[56.0,57.0]"],
    ["$.text[0].length()", "null"],
  ])("%s", (path, expected) => {
    expect(read(path, numbers)).toBe(expected);
  });

  it("fails where there is nothing to aggregate", () => {
    expect(() => read("$.empty.sum()", numbers)).toThrow(
      "Aggregation function attempted to calculate value using empty array",
    );
    expect(() => read("$.text.nope()", numbers)).toThrow("Function with name: nope does not exist.");
  });
});

describe("invalid paths", () => {
  it.each([
    " ",
    " $.a",
    "$.",
    "$..",
    "$...a",
    "$x",
    "$ .a",
    "$.a b",
    "$[a]",
    "$[]",
    "$[0",
    "$['a'",
    "$['a' 'b']",
    "$['a',]",
    "$['a',,'b']",
    "$[:]",
    "$[::2]",
    "$[1-2]",
    "$[99999999999]",
    "$[(@.length-1)]",
    "$[?]",
    "$[?()]",
    "$[?(@.a == )]",
    "$[?(@.a = 1)]",
    "$[?(@.a == foo)]",
    "$[?(@.a == 'x]",
    "$[?(@.a =~ /(/)]",
    "$[?(1)]",
    "$[?((@.a)]",
    "$.a(",
    "$.concat(1, $.a",
    `$${"[?(@".repeat(2000)}`,
    `$[?(${"(".repeat(2000)}@.a${")".repeat(2000)})]`,
    `$${".a".repeat(2000)}`,
  ])("%.40s", (path) => {
    expect(() => compilePath(path)).toThrow(INVALID);
    expect(definiteSteps(path)).toBeUndefined();
  });

  it("has its own exception for an empty path", () => {
    expect(() => compilePath("")).toThrow(expect.objectContaining({ javaClass: "java.lang.IllegalArgumentException" }));
  });
});

describe("definiteSteps", () => {
  it.each([
    ["$", []],
    ["$.a['b'][0][-1]", ["a", "b", 0, -1]],
    ["a.b", ["a", "b"]],
    ["$.a[*]", undefined],
    ["$.a.length()", undefined],
    ["$['a','b']", undefined],
    ["", undefined],
  ])("%s", (path, steps) => {
    expect(definiteSteps(path)).toEqual(steps);
  });
});

describe("hostile paths and documents", () => {
  const fragment = fc.constantFrom(
    ...["$", "@", ".", "..", "a", "b", "[", "]", "(", ")", "*", "'", '"', ",", ":", "-", "0", "1", " ", "\\", "/", "?"],
    ...["[0]", "['a']", "[?(", ")]", "@.a", "==", "!=", "=~", "/a/i", "!", "&&", "||", "in", "[1,'a']", "{}", "null"],
    ...["length()", "sum(", "concat(", "$.a", "true", "size", "1e5", ".5", "é"],
  );

  it("either reads or throws a Java exception, whatever the path", () => {
    const document = parseJson('{"a":[1,"a",{"a":null,"b":[]}],"b":{"a":[[2]]},"*":true}');
    fc.assert(
      fc.property(fc.array(fragment, { minLength: 1, maxLength: 14 }), (fragments) => {
        for (const path of [fragments.join(""), `$${fragments.join("")}`, `$.a[?(${fragments.join("")})]`]) {
          try {
            compilePath(path).read(document);
          } catch (error) {
            expect(error).toBeInstanceOf(JavaException);
          }
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("gives up a path that looks at too many values", () => {
    const document = "[".repeat(900) + "]".repeat(900);
    expect(() => read("$..*..*..*..*", document)).toThrow("looks at more than");
  });

  it("gives up a scan of a list that the path has appended to itself, before what is still to be looked at fills the memory", () => {
    const long = JSON.stringify(Array.from({ length: 1000 }, (_, i) => i));
    expect(() => read("$.append(@)..n", long)).toThrow("looks at more than");
    expect(() => read("$[*].append(@..*)..n", `{"a":${long}}`)).toThrow("looks at more than");
  });

  it("follows a path to the bottom of a deep document", () => {
    let deep = parseJson('{"b":1}');
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(compilePath("$..b").read(deep)).toEqual([1]);
  });

  it("compares numbers of any size at once", () => {
    const document = '[{"n":1.0000000000000000e999999999},{"n":1.0000000000000000e-999999999},{"n":-1}]';
    expect(compilePath("$[?(@.n > 1)]").read(parseJson(document))).toHaveLength(1);
    expect(compilePath("$[?(@.n < 0.1)]").read(parseJson(document))).toHaveLength(2);
  });
});
