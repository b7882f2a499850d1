import { describe, expect, it } from "vitest";
import { type ComparedLine, compareLines } from "./compare-lines.js";

/** Lines as they look: `~` before a changed one, brackets around changed words. */
const shown = (lines: readonly ComparedLine[]) =>
  lines.map(({ changed, parts }) => {
    const text = parts.map((part) => (part.changed ? `[${part.text}]` : part.text)).join("");
    return changed ? `~${text}` : text;
  });

const compared = (before: string, after: string) => {
  const result = compareLines(before.split("\n"), after.split("\n"));
  return { before: shown(result.before), after: shown(result.after) };
};

describe("comparing", () => {
  it("marks nothing that is the same", () => {
    expect(compared("a\nb", "a\nb")).toEqual({ before: ["a", "b"], after: ["a", "b"] });
  });

  it("marks lines that one side lacks", () => {
    expect(compared("a\nold\nb", "a\nb\nnew")).toEqual({ before: ["a", "~old", "b"], after: ["a", "b", "~new"] });
  });

  it("marks the words that differ in lines that stand for each other", () => {
    expect(compared("Content-Type: application/json", "Content-Type: application/xml")).toEqual({
      before: ["~Content-Type: application/[json]"],
      after: ["~Content-Type: application/[xml]"],
    });
  });

  it("marks whole lines where words in common would be an accident", () => {
    expect(compared('  "a",', '  "S": "7b1e"')).toEqual({ before: ['~  "a",'], after: ['~  "S": "7b1e"'] });
  });

  it("pairs as many lines as there are", () => {
    expect(compared("name: a\nname: b", "name: c")).toEqual({
      before: ["~name: [a]", "~name: b"],
      after: ["~name: [c]"],
    });
  });

  it("ends with texts that have nothing in common", () => {
    const numbers = (from: number) => Array.from({ length: 20_000 }, (_, i) => `line ${from + i}`);
    const { before, after } = compareLines(numbers(0), numbers(50_000));
    expect([before.length, after.length]).toEqual([20_000, 20_000]);
    expect([...before, ...after].every(({ changed }) => changed)).toBe(true);
  });
});
