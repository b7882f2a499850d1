import { describe, expect, it } from "vitest";
import { findAll, outcome } from "./testing/find-all.js";

// All expected values are what JDK 17 printed.

describe("finds grapheme clusters", () => {
  it.each([
    ["\\X", "e\u0301a\r\nb", "0-2 2-3 3-5 5-6"],
    ["\\X", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67!", "0-8 8-9"],
    ["\\X", "\ud83d\udc4d\ud83c\udffd", "0-4"],
    ["\\X", "\ud83c\udde9\ud83c\uddea\ud83c\uddeb\ud83c\uddf7\ud83c\udde9", "0-4 4-8 8-10"],
    ["\\X", "\u1112\u1161\u11ab\uac00\u11a8", "0-3 3-5"],
    ["\\X", "\u0600a\u0301\u0915\u0903", "0-3 3-5"],
    // Joined since the cluster begins with a pictograph, and not joined since it does not.
    ["\\X", "\ud83d\udc69\u0903\u200d\ud83d\udc69", "0-6"],
    ["\\X", "\u0600\ud83d\udc69\u200d\ud83d\udc69", "0-4 4-6"],
    ["\\X{2}b", "e\u0301ab", "0-4"],
    ["(?:\\X)+?b", "aab", "0-3"],
    ["\\b{g}", "e\u0301ab", "0-0 2-2 3-3 4-4"],
    ["e\\b{g}", "e\u0301 e", "3-4"],
    // A boundary counts from the end of the last match on: the one before the last character is the second from there.
    ["\\b{g}.", "e\u0301a\ud83d\ude00", "0-1 2-3"],
    ["a\\b{g}b", "ab", "0-2"],
    // It counts from the end of what was last matched by itself, also by an attempt that failed: the a at 0, aa.
    ["\\b{g}a??b", "aab", "2-3"],
    ["a{3}b|\\b{g}.", "aabb", "0-1 3-4"],
    ["(?:.\\b{g}){2}", "abcd", "0-2 2-4"],
    // These parts are not matched by themselves.
    ["\\b{g}[ab]*c", "aab", ""],
    ["\\b{g}(?:ab|a)*d", "abab", ""],
    // A match of two clusters is not looked for where one character is left.
    ["\\b{g}a*+\\X{2}b", "\r\n", ""],
    ["\\b{2}a", "a", "0-1"],
    // Java gives a cluster no length in a look-behind.
    ["(?<=\\X)b", "ab", ""],
    ["(?<=\\X?)b", "ab", "1-2"],
  ])("%j in %j", (source, input, expected) => {
    expect(findAll(source, input)).toBe(expected);
  });

  it.each([
    ["a lazy run", "\\b{g}[ab]*?c", "aab"],
    ["a counted run that gave back", ".{1,2}\\b{g}.", "abc"],
    ["a look-ahead", "\\b{g}(?=ab)b", "aab"],
    ["a look-ahead that must not match", "\\b{g}(?!a.*)b", "aab"],
    ["rounds of a group", "\\b{g}(?:ab)*c", "abab"],
    ["a look-ahead in a look-behind", "\\b{g}(?<=(?=.*)a)b", "aab"],
    // Behind the loop Java counts no characters that a match must have, so it tries the b.
    ["an attempt near the end", "(?:b(?=.*)\\b{g}|bc){2}c", "abc"],
  ])("fails as Java does where %s reached the end and a boundary is looked for from there", (_part, source, input) => {
    expect(outcome(() => findAll(source, input))).toBe(
      `java.lang.StringIndexOutOfBoundsException: String index out of range: ${input.length}`,
    );
  });
});
