import { describe, expect, it } from "vitest";
import { scanComment } from "./comments.js";

describe("a comment", () => {
  it.each([
    ["## a\nb", "## a\n"],
    ["## a\r\nb", "## a\r\n"],
    ["## a\rb", "## a\r"],
    ["#* a *#b", "#* a *#"],
    ["#**#b*#c", "#**#"],
    ["#* #if \n $x *#b", "#* #if \n $x *#"],
  ])("%j ends after %j", (text, comment) => {
    expect(scanComment(text, 0)).toEqual({ end: comment.length, closed: true, refused: false });
  });

  it("reads `#*` as a unit, so that its star closes nothing", () => {
    expect(scanComment("#* #*#", 0)).toEqual({ end: 6, closed: false, refused: true });
  });

  it("reads `#**` with a fourth character, which may be the end of the line", () => {
    expect(scanComment("## #**\na\nb", 0)).toEqual({ end: 9, closed: true, refused: false });
  });

  it("of a line needs no end", () => {
    expect(scanComment("## a", 0)).toEqual({ end: 4, closed: true, refused: false });
  });

  it.each(["## $", "## \\\\$", "## $!", "#* a #", "#*"])("%s is refused: the template ends after a sigil", (text) => {
    expect(scanComment(text, 0)).toMatchObject({ end: text.length, refused: true });
  });
});
