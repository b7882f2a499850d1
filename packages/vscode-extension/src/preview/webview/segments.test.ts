import { describe, expect, it } from "vitest";
import { jsonTokens } from "./json-tokens.js";
import { segmentsByLine } from "./segments.js";

/** Each segment as `text:classes`, lines joined by `/`. */
function show(output: string, problems: readonly { start: number; end: number }[] = []): string {
  return segmentsByLine(output, jsonTokens(output), problems)
    .map((line) =>
      line.map(({ text, classes }) => (classes.length === 0 ? text : `<${classes.join(" ")}:${text}>`)).join(""),
    )
    .join("/");
}

describe("the output in colours", () => {
  it("tells names from texts", () => {
    expect(show('{\n "a" : "b", "c": -1.5e3, "d": [true, null]\n}')).toBe(
      '{/ <key:"a"> : <string:"b">, <key:"c">: <number:-1.5e3>, <key:"d">: [<word:true>, <word:null>]/}',
    );
  });

  it("goes on after a text that its line does not close", () => {
    expect(show('"a\n1')).toBe('<string:"a>/<number:1>');
  });

  it("shows where a problem is, also inside of a token", () => {
    expect(show('"abc"', [{ start: 2, end: 3 }])).toBe('<string:"a><string problem:b><string:c">');
  });

  it("shows a problem at the end at the last character", () => {
    expect(show("[1", [{ start: 2, end: 2 }])).toBe("[<number problem:1>");
  });

  it("keeps every character and where it stands", () => {
    const output = '{ "a": "x y",\n\n "b": 12 }\n';
    const lines = segmentsByLine(output, jsonTokens(output), [{ start: 3, end: 9 }]);
    expect(lines.map((line) => line.map(({ text }) => text).join("")).join("\n")).toBe(output);
    for (const { start, text } of lines.flat()) expect(output.slice(start, start + text.length)).toBe(text);
  });
});
