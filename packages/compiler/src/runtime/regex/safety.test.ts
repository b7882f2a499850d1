import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JavaException } from "../value.js";
import { compilePattern, Matcher, Pattern, REGEX_BUDGET_EXCEEDED, RegexBudget, replaceAll } from "./index.js";

function thrownBy(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof JavaException) return error.javaClass;
    throw error;
  }
}

const PIECES = [
  "(",
  ")",
  "(?:",
  "(?=",
  "(?<!",
  "(?>",
  "(?<n>",
  "(?i)",
  "[",
  "]",
  "^",
  "&&",
  "-",
  "|",
  "*",
  "+",
  "?",
  "{2}",
];
const ATOMS = [
  "a",
  "b",
  ".",
  "\\w",
  "\\b",
  "$",
  "\\1",
  "\\R",
  "\\Q",
  "\\E",
  "\\p{L}",
  "\\",
  "{",
  "}",
  "1",
  " ",
  "#",
  "é",
  "😀",
];
const patterns = fc.array(fc.constantFrom(...PIECES, ...ATOMS), { maxLength: 12 }).map((pieces) => pieces.join(""));
const inputs = fc
  .array(fc.constantFrom("a", "b", "1", " ", "\n", "\r", "é", "😀", "\ud83d"), { maxLength: 12 })
  .map((units) => units.join(""));

describe("the step budget", () => {
  it("ends a match that backtracks exponentially", () => {
    expect(thrownBy(() => compilePattern("(a*)*\\1b").matches("a".repeat(40)))).toBe(REGEX_BUDGET_EXCEEDED);
  });

  it("can be given", () => {
    const match = (): unknown => compilePattern("(?:a|b)*c").matches("ab".repeat(100), new RegexBudget(50));
    expect(thrownBy(match)).toBe(REGEX_BUDGET_EXCEEDED);
  });

  it("is not needed for (a+)+b, whose failed positions are remembered as in Java", () => {
    expect(compilePattern("(a+)+b").matches("a".repeat(1000))).toBe(false);
  });

  it("covers all matches of one replaceAll", () => {
    const budget = new RegexBudget(1000);
    const replace = (): unknown => replaceAll(compilePattern("(a|b)c?"), "ab".repeat(1000), "", budget);
    expect(thrownBy(replace)).toBe(REGEX_BUDGET_EXCEEDED);
  });
});

describe("the native stack", () => {
  it("is not used up by a long input", () => {
    expect(compilePattern("(a|b)*").matches("ab".repeat(50_000))).toBe(true);
    expect(compilePattern("(?:ab)*").matches("ab".repeat(50_000))).toBe(true);
  });

  it("is not used up by deep nesting", () => {
    expect(thrownBy(() => new Pattern("(".repeat(100_000)))).toBe("java.lang.StackOverflowError");
    expect(thrownBy(() => new Pattern("[".repeat(100_000)))).toBe("java.lang.StackOverflowError");
  });

  it("is not used up by many alternatives or members of a class", () => {
    const words = Array.from({ length: 20_000 }, (_, i) => `k${i}`);
    expect(compilePattern(words.join("|")).matches("k19999")).toBe(true);
    expect(compilePattern(`[${"a-bc".repeat(20_000)}z]`).matches("z")).toBe(true);
  });

  it("gives way to an error when backtracking takes too much memory", () => {
    const match = (): unknown => compilePattern("(a|b)*").matches("ab".repeat(1_000_000));
    expect(thrownBy(match)).toBe("java.lang.StackOverflowError");
  });
});

describe("the length of a result", () => {
  it("is limited", () => {
    const replace = (): unknown => replaceAll(compilePattern("a"), "a".repeat(100_000), "b".repeat(100_000));
    expect(thrownBy(replace)).toBe("java.lang.OutOfMemoryError");
  });
});

describe("any pattern on any input", () => {
  it("finds matches from left to right, or ends in a Java exception", () => {
    const property = fc.property(patterns, inputs, (source, input) => {
      thrownBy(() => {
        const matcher = new Matcher(new Pattern(source), input);
        let last = 0;
        while (matcher.find()) {
          expect(matcher.start).toBeGreaterThanOrEqual(last);
          expect(matcher.end).toBeLessThanOrEqual(input.length);
          last = matcher.end;
        }
      });
    });
    fc.assert(property, { numRuns: 2000 });
  });

  it("finds one at the beginning where the whole input matches", () => {
    const property = fc.property(patterns, inputs, (source, input) => {
      thrownBy(() => {
        const pattern = new Pattern(source);
        if (pattern.matches(input)) expect(pattern.find(input)?.start).toBe(0);
      });
    });
    fc.assert(property, { numRuns: 2000 });
  });
});
