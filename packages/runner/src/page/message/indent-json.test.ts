import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indentJson } from "./indent-json.js";

describe("indenting", () => {
  it("is of two, and leaves what is empty on its line", () => {
    expect(indentJson('{"a":[1,{ }],"b":{"c":[ ]}}')).toBe(
      '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": {\n    "c": []\n  }\n}',
    );
  });

  it.each(["1.0", "12345678901234567890", '"\\u00e9\\"[{,:"', "true", ' "a b" '])("leaves %s as written", (text) => {
    expect(indentJson(text)).toBe(text.trim());
  });

  it.each(["", "{", "{a: 1}", "1 2", "[1,]", "undefined"])("is not done to what is no JSON: %j", (text) => {
    expect(indentJson(text)).toBeUndefined();
  });

  it("is what JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(indentJson(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
      }),
    );
  });
});
