import { describe, expect, it } from "vitest";
import { aligned } from "./aligned.js";

const text = '{"t": "<Table>", "r": "<Region>"} $x';
const hole = (name: string) => {
  const start = text.indexOf(name);
  return {
    start,
    end: start + name.length,
    construct: "Fn::Sub" as const,
    expression: name,
    hostStart: 0,
    hostEnd: 0,
  };
};
const holes = [hole("<Table>"), hole("<Region>")];

describe("a deployed template", () => {
  it("has its places in the template of the file, a hole being one place", () => {
    const deployed = '{"t": "Orders-1", "r": "eu"} $x';
    const found = aligned({ text, holes }, deployed);
    const shown = (part: string): string => {
      const start = deployed.indexOf(part);
      const range = found?.({ start, end: start + part.length });
      return text.slice(range?.start, range?.end);
    };
    expect(shown("$x")).toBe("$x");
    expect(shown('"r"')).toBe('"r"');
    expect(shown("ers")).toBe("<Table>");
    expect(shown('": "eu"')).toBe('": "<Region>"');
  });

  it("is another template if its text differs outside of holes", () => {
    expect(aligned({ text, holes }, '{"t": "Orders", "s": "eu"} $x')).toBeUndefined();
    expect(aligned({ text, holes: [] }, text)?.({ start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
  });
});
