import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pieceText } from "../piece.js";
import { decodeJsString, encodeJsCharacters } from "./js-string.js";
import { decodeJsonString } from "./json-string.js";
import { decodePythonString, encodePythonCharacters, readPythonStringFrame } from "./python-string.js";

const read = (pieces: ReturnType<typeof decodeJsString>): string | undefined => pieces && pieceText(pieces);

const nasty = fc
  .array(fc.constantFrom(...`ab\\'"\`$\{}nux04 \t\n\r\0\u2028é😀`), { maxLength: 12 })
  .map((characters) => characters.join(""));

describe("JSON strings", () => {
  it("read as JSON.parse reads them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(read(decodeJsonString(JSON.stringify(text), 0))).toBe(text);
      }),
    );
    expect(read(decodeJsonString('"\\/\\u0041\\b"', 0))).toBe("/A\b");
  });

  it("are refused where JSON.parse refuses them", () => {
    for (const source of ['"a', '"\\x41"', '"\n"', '"\\u12"', '"\\"']) {
      expect(decodeJsonString(source, 0)).toBeUndefined();
    }
  });
});

describe("JavaScript strings", () => {
  it("read every escape", () => {
    expect(read(decodeJsString("'a\\n\\x41\\u0042\\u{1F600}\\q\\'\\\n.'", 0))).toBe("a\nAB😀q'.");
    expect(read(decodeJsString(`\`a\r\nb\\\`\\\${c}\``, 0))).toBe(`a\nb\`\${c}`);
  });

  it("keep substitutions as holes, whatever is nested in them", () => {
    const pieces = decodeJsString(`\`a\${b({c: \`}\${d}\`})}e\``, 0) ?? [];
    expect(pieces.map((piece) => (piece.kind === "hole" ? [piece.expression] : piece.text))).toEqual([
      "a",
      [`b({c: \`}\${d}\`})`],
      "e",
    ]);
  });

  it("give back what is written with any quotes", () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom("'", '"', "`"), (text, quote) => {
        expect(read(decodeJsString(`${quote}${encodeJsCharacters(text, quote)}${quote}`, 0))).toBe(text);
      }),
    );
  });
});

describe("Python strings", () => {
  // Expected values: python3 -c "print(repr(...))".
  it.each([
    ["'a\\n\\x41\\u00e9\\101\\q\\''", "a\nAéA\\q'"],
    ['"""a\n"b" \\\nc"""', 'a\n"b" c'],
    ["r'\\n\\''", "\\n\\'"],
    ["f'{{\"a\": {x!r:>{w}}}}'", '{"a": }'],
    ["u'\\U0001F600'", "😀"],
  ])("%s", (source, expected) => {
    expect(read(decodePythonString(source, 0))).toBe(expected);
  });

  it("leave bytes and character names alone", () => {
    expect(decodePythonString("b'a'", 0)).toBeUndefined();
    expect(decodePythonString("'\\N{DIGIT ONE}'", 0)).toBeUndefined();
  });

  it("give back what is written with any prefix and quotes", () => {
    fc.assert(
      fc.property(nasty, fc.constantFrom("'", '"', "'''", '"""'), fc.constantFrom("", "f"), (text, quote, prefix) => {
        const frame = readPythonStringFrame(`${prefix}${quote}${quote}`)!;
        const source = `${prefix}${quote}${encodePythonCharacters(text, frame)}${quote}`;
        expect(read(decodePythonString(source, 0))).toBe(text);
      }),
    );
  });
});
