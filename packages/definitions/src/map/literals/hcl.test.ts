import { describe, expect, it } from "vitest";
import type { Piece } from "../piece.js";
import { decodeHclHeredoc } from "./hcl-heredoc.js";
import { decodeHclQuoted } from "./hcl-quoted.js";

/** The text with each hole as its source in brackets. */
const shown = (pieces: readonly Piece[] | undefined): string | undefined =>
  pieces?.map((piece) => (piece.kind === "hole" ? `[${piece.expression}]` : piece.text)).join("");

describe("quoted HCL templates", () => {
  it("undo escapes and keep interpolations as holes", () => {
    expect(shown(decodeHclQuoted(`"a\\n\\"b\\" \\u00e9 \${var.x}"`, 0))).toBe('a\n"b" é [var.x]');
  });

  it("read $${ and %%{ as the sequences' own text", () => {
    expect(shown(decodeHclQuoted(`"$\${x} %%{if} $$ $a"`, 0))).toBe(`\${x} %{if} $$ $a`);
  });

  it("follow braces and strings inside an interpolation", () => {
    expect(shown(decodeHclQuoted(`"\${ f({a = "}"}, "x\${y}") }."`, 0))).toBe(`[f({a = "}"}, "x\${y}")].`);
  });

  it("are refused where they are not closed", () => {
    expect(decodeHclQuoted(`"\${x"`, 0)).toBeUndefined();
    expect(decodeHclQuoted('"a\\q"', 0)).toBeUndefined();
  });
});

describe("HCL heredocs", () => {
  it("keep every character up to the marker's line", () => {
    expect(shown(decodeHclHeredoc("<<EOF\n  {\n    \\n\n  }\n  EOF", 0))).toBe("  {\n    \\n\n  }\n");
  });

  it("drop the smallest indentation after <<-, of lines with text only", () => {
    expect(shown(decodeHclHeredoc("<<-EOF\n    {\n\n      a\n  \n    }\n  EOF", 0))).toBe("{\n\n  a\n  \n}\n");
  });

  it("count a line that starts with an interpolation as not indented", () => {
    expect(shown(decodeHclHeredoc(`<<-EOF\n  a\n\${x}\n  EOF`, 0))).toBe("  a\n[x]\n");
    expect(shown(decodeHclHeredoc(`<<-EOF\n    a\n  \${x}\n  EOF`, 0))).toBe("  a\n[x]\n");
  });

  it("trim the white space beside ~", () => {
    expect(shown(decodeHclHeredoc(`<<EOF\na  \${~ x ~}  \nb\nEOF`, 0))).toBe("a[x]b\n");
  });

  it("map each line to its place in the file", () => {
    const source = "<<-EOF\n    a\n    b\n    EOF";
    const pieces = decodeHclHeredoc(source, 100) ?? [];
    expect(pieces.map(({ start, end }) => source.slice(start - 100, end - 100))).toEqual(["a\n", "b\n"]);
  });
});
