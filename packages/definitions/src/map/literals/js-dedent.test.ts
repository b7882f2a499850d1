import { describe, expect, it } from "vitest";
import { encodeInsertion } from "../encode-literal.js";
import { pieceText } from "../piece.js";
import { decodeJsDedent } from "./js-string.js";

const pieces = (source: string) => decodeJsDedent(`\`${source}\``, 0) ?? [];

describe("the literal of dedent", () => {
  // What dedent 1.7.0 gives.
  it.each([
    [String.raw`"\"\t\u0041\\"`, String.raw`"\"\t\u0041\\"`],
    [String.raw`a\nb`, "a\nb"],
    [String.raw`"\\n"`, '"\\\n"'],
    [String.raw`"\\\\n"`, '"\\\\\\\n"'],
    [String.raw`\${a}\$b\{c`, "${a}$b{c"],
    [String.raw`\\$b\\{c`, String.raw`\$b\{c`],
    ["a\\`b", "a`b"],
    ["a\\\n   b", "ab"],
  ])("%s", (source, text) => {
    expect(pieceText(pieces(source))).toBe(text);
  });

  it("has substitutions as holes", () => {
    const read = pieces("a${b}\\\\${c}\\${d}");
    expect(read.map((piece) => (piece.kind === "hole" ? [piece.expression] : piece.text))).toEqual([
      "a",
      ["b"],
      "\\\\",
      ["c"],
      "$",
      "{d}",
    ]);
  });

  it("is written with the escapes that the tag undoes", () => {
    const text = '$a.b("\\"") `${c}`';
    const literal = { syntax: { kind: "js-dedent" }, interpolations: [], start: 0, end: 2 } as const;
    expect(pieceText(pieces(encodeInsertion(text, "``", literal)))).toBe(text);
  });
});
