import { isJson } from "@apigw-vtl/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonError } from "./json-automaton.js";

describe("findJsonError", () => {
  it.each([
    ["", 0],
    ["{", 1],
    ['{"a":1,}', 7],
    ['{"a":"\n"}', 6],
    ["{'a':1}", 1],
    ["[1 2]", 3],
    ["01", 1],
    ["1.", 2],
    ['"\\x"', 2],
    ["nul", 3],
    ["[1]]", 3],
    ["\u00a01", 0],
  ])("finds the first wrong character of %j at %i", (text, offset) => {
    expect(findJsonError(text)).toBe(offset);
  });

  it("agrees with JSON.parse on JSON, however it is written", () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: "large" }), fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        expect(findJsonError(JSON.stringify(value, undefined, space))).toBeUndefined();
      }),
    );
  });

  it("agrees with JSON.parse on what is nearly JSON", () => {
    const edit = fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.constantFrom(..."{}[]\",:\\u0e-+.1tn \n'x"));
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(edit, { minLength: 1, maxLength: 3 }), (value, edits) => {
        let text = JSON.stringify(value);
        for (const [at, removed, added] of edits) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + added + text.slice(start + removed);
        }
        expect(findJsonError(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("takes documents of any depth", () => {
    const deep = "[".repeat(5000);
    expect(findJsonError(`${deep}1${"]".repeat(5000)}`)).toBeUndefined();
    expect(findJsonError(`${deep}1${"]".repeat(4999)}`)).toBe(10_000);
  });
});
