import { describe, expect, it } from "vitest";
import { jsonDifferences } from "./json-differences.js";
import { jsonTreeOf } from "./json-tree.js";

function differences(expected: string, actual: string, comparison: "equal" | "subset" = "equal"): string[] {
  const side = (text: string) => {
    const tree = jsonTreeOf(text);
    if ("problem" in tree) throw new Error(tree.problem);
    return { text, root: tree.root };
  };
  return jsonDifferences(side(expected), side(actual), comparison).map(
    ({ path, expected: wanted, actual: present, at }) =>
      `${path} ${wanted ?? "-"} ${present ?? "-"} @${actual.slice(at.start, at.end)}`,
  );
}

describe("two JSON documents", () => {
  it("are the same whatever their layout and the order of their members", () => {
    expect(differences('{"a": [1, {"b": null}], "c": "\\u0041"}', '{ "c":"A","a":[1.0,{"b":null}]}')).toEqual([]);
  });

  it("differ by numbers that JavaScript takes for the same", () => {
    expect(differences("[12345678901234567890]", "[12345678901234567891]")).toEqual([
      "$[0] 12345678901234567890 12345678901234567891 @12345678901234567891",
    ]);
  });

  it.each([
    ['{"a":{"b":1}}', '{"a":{"b":2}}', ["$.a.b 1 2 @2"]],
    ['{"a":1}', '{"a":"1"}', ['$.a 1 "1" @"1"']],
    ['{"a":1}', '{"a":1,"b b":2}', ['$["b b"] - 2 @"b b":2']],
    ['{"a":1,"b":2}', '{"a":1}', ['$.b 2 - @{"a":1}']],
    ["[1,2,3]", "[1,3]", ["$[1] 2 - @[1,3]"]],
    ["[1,3]", "[1,2,3]", ["$[1] - 2 @2"]],
    ["[1,2,3]", "[1,4,3]", ["$[1] 2 4 @4"]],
    ['[{"a":1},2]', '[{"a":2},2,3]', ["$[0].a 1 2 @2", "$[2] - 3 @3"]],
    ['{"__proto__":1}', "{}", ["$.__proto__ 1 - @{}"]],
  ])("%s and %s", (expected, actual, told) => {
    expect(differences(expected, actual)).toEqual(told);
  });

  it("of which one is a subset may have more members, but no more items", () => {
    expect(differences('{"a":{"b":1},"l":[{}]}', '{"a":{"b":1,"c":2},"l":[{"x":1}],"d":3}', "subset")).toEqual([]);
    expect(differences('{"l":[{}]}', '{"l":[{},{}]}', "subset")).toHaveLength(1);
  });
});
