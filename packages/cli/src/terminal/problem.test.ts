import { processorTime } from "@apigw-vtl/test-support";
import { describe, expect, it } from "vitest";
import { paletteFor } from "./palette.js";
import { formatProblem, type Problem } from "./problem.js";

const PLAIN = paletteFor(false);

/** Formats a problem whose range is marked `«…»` in the text. */
function frame(marked: string, columns = 80, problem: Partial<Problem> = {}): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const location = { name: "t.vtl", text: marked.replace(/[«»]/g, ""), range: { start, end } };
  return formatProblem({ severity: "error", message: "m", location, ...problem }, PLAIN, columns);
}

describe("a problem", () => {
  it("reads like a compiler's", () => {
    const details = { code: "unclosed-if", message: "#if has no #end", hint: "add #end", url: "https://example.com/x" };
    expect(frame("a\n  «#if($x)» y\nz", 80, details)).toBe(
      [
        "t.vtl:2:3: error[unclosed-if]: #if has no #end",
        " 2 |   #if($x) y",
        "   |   ^^^^^^^",
        "   = hint: add #end",
        "   = see https://example.com/x",
        "",
      ].join("\n"),
    );
  });

  it("needs no place", () => {
    expect(formatProblem({ severity: "warning", message: "m", hint: "h" }, PLAIN, 80)).toBe(
      "warning: m\n   = hint: h\n",
    );
  });

  it("is coloured by severity", () => {
    const error = formatProblem({ severity: "error", message: "m" }, paletteFor(true), 80);
    expect(error).toBe("\u001b[31merror\u001b[39m: \u001b[1mm\u001b[22m\n");
    expect(formatProblem({ severity: "note", message: "m" }, paletteFor(true), 80)).toContain("\u001b[36mnote");
    expect(formatProblem({ severity: "warning", message: "m" }, paletteFor(true), 80)).toContain("\u001b[33mwarning");
  });
});

describe("the source frame", () => {
  it.each([
    ["an empty range gets one caret", "ab«»cd", "abcd", "  ^"],
    ["also at the end of a line", "ab«»\ncd", "ab", "  ^"],
    ["and at the end of the text", "ab«»", "ab", "  ^"],
    ["and in an empty text", "«»", "", "^"],
    ["a line break in the range is not marked", "a«b\n»c", "ab", " ^"],
    ["CRLF is one line break", "x\r\na«b»c\r\nd", "abc", " ^"],
    ["a tab reaches to its stop, in the source and under it", "\ta\t«$x»\t.", "    a   $x  .", "        ^^"],
    ["wide characters take two cells", "日本«語»x", "日本語x", "    ^^"],
    ["emoji too", "😀«a»", "😀a", "  ^"],
    ["combining marks none", "e\u0301«a»", "e\u0301a", " ^"],
    ["a marked tab is marked whole", "a«\t»b", "a   b", " ^^^"],
  ])("%s", (_what, marked, line, marker) => {
    const [, source, carets] = frame(marked).split("\n");
    expect([source?.slice(5), carets?.slice(5)]).toEqual([line, marker]);
  });

  it("makes control and direction characters visible, so that no template can steer the terminal", () => {
    const shown = frame("\u001b[2J«\u202e\u0007»\u009b1m", 80, { message: "\u001b[31mred" });
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(shown).toContain(" 1 | \ufffd[2J\ufffd\ufffd\ufffd1m\n   |     ^^\n");
  });

  it("shows the first and the last line of a range over many", () => {
    expect(frame("a «#if(\n  1\n\n   &&» 2)").split("\n")).toEqual([
      "t.vtl:1:3: error: m",
      " 1 | a #if(",
      "   |   ^^^^",
      "... |",
      " 4 |    && 2)",
      "   |    ^^",
      "",
    ]);
  });

  it("joins two neighbouring lines without dots", () => {
    expect(frame("«a\n b»").split("\n").slice(1)).toEqual([" 1 | a", "   | ^", " 2 |  b", "   |  ^", ""]);
  });

  it("widens the gutter for large line numbers", () => {
    expect(frame(`${"\n".repeat(12_344)}«x»`)).toContain("12345 | x\n      | ^\n");
  });

  it("cuts a long line around the marked part", () => {
    const [, source, carets] = frame(`${"a".repeat(500)}«$x»${"b".repeat(500)}`, 45).split("\n");
    expect(source).toBe(` 1 | …${"a".repeat(13)}$x${"b".repeat(23)}…`);
    expect(carets).toBe(`   | ${" ".repeat(14)}^^`);
    expect(source?.length).toBeLessThanOrEqual(45);
  });

  it("cuts the end only when the marked part is near the beginning, and the beginning only near the end", () => {
    expect(frame(`ab«$x»${"b".repeat(500)}`, 45).split("\n")[1]).toBe(` 1 | ab$x${"b".repeat(34)}…`);
    expect(frame(`${"a".repeat(500)}«$x»`, 45).split("\n")[1]).toBe(` 1 | …${"a".repeat(13)}$x`);
  });

  it("marks only the shown part of a range longer than the line", () => {
    const [, source, carets] = frame(`a«${"x".repeat(300)}»`, 45).split("\n");
    expect(carets?.trimEnd().length).toBeLessThan((source ?? "").length);
  });

  it("is as fast on one line of 3 MB as on a short one", () => {
    const line = `${"é".repeat(1_500_000)}«x»${"é".repeat(1_500_000)}`;
    expect(processorTime(() => frame(line))).toBeLessThan(500);
  });
});
