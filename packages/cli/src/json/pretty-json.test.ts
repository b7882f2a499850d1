import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prettyJson } from "./pretty-json.js";

describe("prettyJson", () => {
  it("lays out as JSON.stringify with an indentation of two does", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(prettyJson(text))).toEqual(JSON.parse(text));
        const compact = JSON.stringify(JSON.parse(text));
        expect(prettyJson(compact)).toBe(JSON.stringify(JSON.parse(compact), undefined, 2));
      }),
    );
  });

  it("keeps numbers and strings as written", () => {
    expect(prettyJson('[1.0, 12345678901234567890, 1E2, "\\u00e9\\/"]')).toBe(
      '[\n  1.0,\n  12345678901234567890,\n  1E2,\n  "\\u00e9\\/"\n]',
    );
  });

  it("drops the layout that was there, and leaves empty containers closed", () => {
    expect(prettyJson(' {\n\n"a" : { } ,"b":[ ]}\n')).toBe('{\n  "a": {},\n  "b": []\n}');
  });
});
