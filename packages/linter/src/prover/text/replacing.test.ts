import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allChars, charsOf, isSubset, overlaps } from "./char-set.js";
import { foldMethod } from "./fold.js";
import { blur, characters, charsOfPiece, constant, type Pieces } from "./piece.js";
import { replace, replaceAll } from "./replacing.js";

const anything: Pieces = [characters(allChars, 0)];

describe("replaceAll", () => {
  it("takes away a class of characters", () => {
    for (const regex of ['"', '["\\\\]', "[^a-z]", "\\W", "[\"']+"]) {
      const [piece] = replaceAll(anything, regex, "");
      expect(overlaps(charsOfPiece(piece!), charsOf('"')), regex).toBe(false);
    }
  });

  it("is sure of nothing when the expression is anchored, empty or more than a class", () => {
    for (const regex of ['^"', '"$', '"*', '"a', '("|a)']) {
      expect(overlaps(charsOfPiece(blur(replaceAll(anything, regex, ""))), charsOf('"')), regex).toBe(true);
    }
  });

  it("makes what is known what Java makes of it", () => {
    expect(replaceAll([constant("a@@b")], "@@", '"')).toEqual([constant('a"b')]);
    expect(replaceAll([constant("a1")], "([a-z])", "$1$1")).toEqual([constant("aa1")]);
  });

  it("covers what Java prints", () => {
    const regexes = ["[a-c]", "\\d+", "[^x]", "\\s", '"', "'", "\\\\'", "a|b", ".", '[\\\\"]+', "\\$"];
    const texts = fc.string({ unit: fc.constantFrom(..."abcx1 \"'\\\n$é"), maxLength: 12 });
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom(...regexes),
        fc.constantFrom("", "z", '"', "\\\\", "\\$"),
        (text, regex, by) => {
          const known = foldMethod("replaceAll", text, [regex, by]);
          const covered = blur(replaceAll([characters(charsOf(text), 0)], regex, by));
          expect(isSubset(charsOf(known!), charsOfPiece(covered))).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("replace", () => {
  it("takes away a character, and is sure of nothing for more", () => {
    expect(overlaps(charsOfPiece(blur(replace(anything, '"', ""))), charsOf('"'))).toBe(false);
    expect(overlaps(charsOfPiece(blur(replace(anything, '"a', ""))), charsOf('"'))).toBe(true);
    expect(overlaps(charsOfPiece(blur(replace(anything, "é", ""))), charsOf("è"))).toBe(true);
  });
});
