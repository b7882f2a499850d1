import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesNumbersOnly } from "./number-pattern.js";

const numbers = [
  "[1-9]",
  "[1-9][0-9]*",
  "^[1-9]\\d*$",
  "0|[1-9]\\d*",
  "-?(0|[1-9][0-9]*)",
  "^-?(?:0|[1-9]\\d*)(?:\\.\\d+)?$",
  "0|[1-9][0-9]{0,2}",
  "[1-9]\\d?\\d?",
  "(0|[1-9][0-9]*)[.][0-9]+",
  "-?(0|[1-9]\\d*)(\\.\\d{1,2})?",
];

describe("matchesNumbersOnly", () => {
  it.each(numbers)("knows %s, all of whose texts are JSON", (regex) => {
    expect(matchesNumbersOnly(regex)).toBe(true);
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(`^(?:${regex})$`)), (text) => {
        expect(typeof JSON.parse(text)).toBe("number");
      }),
    );
  });

  it.each([
    "\\d+",
    "[0-9]*",
    "-?[0-9]+",
    "[1-9]?",
    ".*",
    "0|[1-9]\\d*|x",
    "[1-9][0-9]*,",
    "(0|[1-9]\\d*).\\d+",
    "0|[1-9]\\d*\\.\\d{0,2}",
  ])("does not take %s", (regex) => {
    expect(matchesNumbersOnly(regex)).toBe(false);
  });
});
