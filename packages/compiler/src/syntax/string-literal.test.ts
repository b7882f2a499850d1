import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readString } from "./string-literal.js";

/** For each character of the value the part of the literal that it was written as. */
function sourcesOf(image: string): string[] {
  const { value, offsetInImage } = readString(image);
  return Array.from({ length: value.length }, (_, i) => image.slice(offsetInImage(i), offsetInImage(i + 1)));
}

describe("a string literal", () => {
  it.each([
    [`"plain"`, "plain"],
    [`"say ""hi"""`, 'say "hi"'],
    [`'it''s'`, "it's"],
    [`"it''s"`, "it''s"],
    [`'a ""b""'`, 'a ""b""'],
    [`"caf\\u00e9"`, "café"],
    [`'caf\\u00e9'`, "caf\\u00e9"],
    [`"a\\nb\\\\"`, "a\\nb\\\\"],
    [`"\\u0022\\u0022"`, '"'],
    [`"\\u0022""x"`, '""x'],
    [`""`, ""],
  ])("%s has the value %s", (image, value) => {
    expect(readString(image)).toMatchObject({ value, badEscape: undefined });
  });

  it("knows what each character was written as", () => {
    expect(sourcesOf(`"a""b\\u0041c"`)).toEqual(["a", '""', "b", "\\u0041", "c"]);
    expect(sourcesOf(`"\\u0022\\u0022x"`)).toEqual(["\\u0022\\u0022", "x"]);
  });

  it.each([
    [`"\\u00e"`, 1],
    [`"ab\\uXYZ1"`, 3],
    [`"\\u"`, 1],
  ])("%s has a broken escape at %i", (image, offset) => {
    expect(readString(image).badEscape).toBe(offset);
  });

  it("takes back every text whose quotes are doubled", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("'", '"'), (text, quote) => {
        fc.pre(!text.includes("\\u"));
        const image = `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
        expect(readString(image).value).toBe(text);
        expect(sourcesOf(image).join("")).toBe(image.slice(1, -1));
      }),
    );
  });
});
