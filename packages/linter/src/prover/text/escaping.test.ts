import { utilFunctions } from "@apigw-vtl/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allChars, charsOf, isSubset } from "./char-set.js";
import { applyToText, escapeJavaScript, unescapeApostrophes } from "./escaping.js";
import { foldUtil } from "./fold.js";
import { characters, charsOfPiece, constant, type Pieces } from "./piece.js";
import { replace, replaceAll } from "./replacing.js";

const anything: Pieces = [characters(allChars, 0)];
const texts = fc.string({ unit: fc.constantFrom(..."'\"\\/\n\u0001é😀aZ0 &=+%") });

describe("escapeJavaScript", () => {
  it("makes what is known what the service makes of it", () => {
    expect(escapeJavaScript([constant(`it's "/`)])).toEqual([constant(`it\\'s \\"\\/`)]);
  });

  it("leaves characters alone that it does not change", () => {
    const harmless: Pieces = [characters(charsOf("abc-_:"), 1)];
    expect(escapeJavaScript(harmless)).toEqual(harmless);
  });

  it("prints no characters but those of the abstract text", () => {
    const [piece] = escapeJavaScript(anything);
    fc.assert(
      fc.property(texts, (text) => isSubset(charsOf(foldUtil("escapeJavaScript", text)!), charsOfPiece(piece!))),
    );
  });
});

describe("the apostrophe's way back", () => {
  it("makes the text fit between JSON quotes, whatever it was", () => {
    expect(unescapeApostrophes(escapeJavaScript(anything))).toMatchObject([{ kind: "escaped", apostrophe: false }]);
    fc.assert(
      fc.property(texts, (text) => {
        const fixed = foldUtil("escapeJavaScript", text)!.replaceAll("\\'", "'");
        expect(JSON.parse(`"${fixed}"`)).toBe(text);
      }),
    );
  });

  it("is not found when it stands in text that is not escaped", () => {
    expect(unescapeApostrophes(anything)).toBeUndefined();
    expect(unescapeApostrophes([constant("\\"), ...escapeJavaScript(anything)])).toBeUndefined();
  });

  it("is replaceAll with two backslashes, or replace with one", () => {
    const escaped = escapeJavaScript(anything);
    const fixed = unescapeApostrophes(escaped);
    expect(replaceAll(escaped, "\\\\'", "'")).toEqual(fixed);
    expect(replace(escaped, "\\'", "'")).toEqual(fixed);
    expect(replaceAll(escaped, "\\'", "'")).not.toEqual(fixed);
  });
});

describe("encoding", () => {
  it("prints only characters of its alphabet", () => {
    for (const declared of utilFunctions.filter(({ effect }) => effect.kind === "encodes")) {
      const [encoded] = applyToText(anything, declared);
      fc.assert(
        fc.property(texts, (text) => isSubset(charsOf(foldUtil(declared.name, text)!), charsOfPiece(encoded!))),
      );
    }
  });
});
