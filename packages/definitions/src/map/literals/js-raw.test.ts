import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieceText } from "../piece.js";
import { decodeJsRaw } from "./js-string.js";

const read = (source: string): string | undefined => {
  const pieces = decodeJsRaw(source, 0);
  return pieces && pieceText(pieces);
};

/** What the engine makes of `String.raw` with this literal, in brackets so that no line ends there; `undefined` if it is none. */
function engine(literal: string): string | undefined {
  try {
    return String(new Function(`return (String.raw${literal})`)());
  } catch {
    return undefined;
  }
}

describe("the literal of String.raw", () => {
  it("keeps its backslashes", () => {
    expect(read('`$x.replaceAll("\\\\\'", "\'") \\n \\`\\${a}`')).toBe('$x.replaceAll("\\\\\'", "\'") \\n \\`\\${a}');
  });

  it("reads as the engine reads it", () => {
    const source = fc.array(fc.constantFrom(..."\\`$'\"nux04 \t\n\r\u2028"), { maxLength: 10 });
    fc.assert(
      fc.property(source, (characters) => {
        const literal = `\`${characters.join("")}\``;
        expect(read(literal)).toBe(engine(literal));
      }),
      { seed: 1947549112, numRuns: 1000 },
    );
  });

  it("has substitutions as holes", () => {
    const pieces = decodeJsRaw("`a${b}\\\\${c}`", 0) ?? [];
    expect(pieces.map((piece) => (piece.kind === "hole" ? [piece.expression] : piece.text))).toEqual([
      "a",
      ["b"],
      "\\\\",
      ["c"],
    ]);
  });
});
