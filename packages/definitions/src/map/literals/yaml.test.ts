import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isScalar, parseDocument, type Scalar, stringify } from "yaml";
import { pieceText } from "../piece.js";
import { decodeYamlBlock, encodeYamlBlock } from "./yaml-block.js";
import { decodeYamlDouble, decodeYamlPlain, decodeYamlSingle } from "./yaml-flow.js";

/** The scalar under `key` of a document, as the yaml package reads it, and as ours does. */
function bothReadings(source: string): { expected: unknown; ours: string | undefined } {
  const document = parseDocument(source, { keepSourceTokens: true, logLevel: "silent", strict: false });
  const node = document.get("key", true);
  if (!isScalar(node)) throw new Error(`no scalar in ${JSON.stringify(source)}`);
  return { expected: node.value, ours: ourReading(source, node) };
}

function ourReading(source: string, node: Scalar): string | undefined {
  const [start, end] = node.range!;
  const slice = source.slice(start, end);
  const token = node.srcToken;
  const pieces =
    node.type === "QUOTE_DOUBLE"
      ? decodeYamlDouble(slice, start)
      : node.type === "QUOTE_SINGLE"
        ? decodeYamlSingle(slice, start)
        : token?.type === "block-scalar"
          ? decodeYamlBlock(slice, start, token.indent)
          : decodeYamlPlain(slice, start);
  for (const piece of pieces ?? []) {
    if (piece.kind === "verbatim") expect(source.slice(piece.start, piece.end)).toBe(piece.text);
  }
  return pieces && pieceText(pieces);
}

const line = fc.stringMatching(/^[ \t]{0,3}[a-z$#"'{}\\:,]{0,6}[ ]{0,2}$/);

describe("YAML block scalars", () => {
  it("read as the yaml package reads them, whatever style, chomping, indentation and line breaks", () => {
    const block = fc.tuple(
      fc.constantFrom("|", ">"),
      fc.constantFrom("", "-", "+"),
      fc.constantFrom("", "2"),
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
    );
    fc.assert(
      fc.property(block, ([style, chomp, indent, lines, lineBreak, closed]) => {
        const body = lines.map((text) => `  ${text}`).join(lineBreak);
        const source = `key: ${style}${indent}${chomp}${lineBreak}${body}${closed ? `${lineBreak}next: 1${lineBreak}` : ""}`;
        const document = parseDocument(source, { logLevel: "silent", strict: false });
        // A file that ends amid a block's blanks is read differently from one package to the next.
        fc.pre(document.errors.length === 0 && (closed || lines.at(-1)!.trim() !== ""));
        const { expected, ours } = bothReadings(source);
        expect(ours).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it("are written so that they read back", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (lines, ended) => {
        const text = lines.join("\n") + (ended ? "\n" : "");
        const written = encodeYamlBlock(text, 4, 0);
        fc.pre(written !== undefined);
        expect(bothReadings(`key: ${written}next: 1\n`).expected).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("YAML flow scalars", () => {
  it("read as the yaml package reads them over several lines", () => {
    const quoted = fc.tuple(
      fc.constantFrom("'", '"', ""),
      fc.array(fc.stringMatching(/^[ \t]{0,2}[a-z${}(),.]{1,6}( [a-z]{1,3})?[ ]{0,2}$/), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.constantFrom("\n", "\r\n", "\n\n", "\n \n\n"),
    );
    fc.assert(
      fc.property(quoted, ([quote, lines, lineBreak]) => {
        const source = `key: ${quote}x${lines.join(`${lineBreak}  `)}${quote}\n`;
        const document = parseDocument(source, { logLevel: "silent", strict: false });
        fc.pre(document.errors.length === 0 && isScalar(document.get("key", true)));
        const { expected, ours } = bothReadings(source);
        expect(ours).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it("read every escape of double quotes", () => {
    const source = 'key: "\\0\\a\\b\\e\\f\\n\\r\\t\\v\\N\\_\\L\\P\\ \\"\\/\\\\\\x41\\u00e9\\U0001F600 a\\\n   b"\n';
    const { expected, ours } = bothReadings(source);
    expect(ours).toBe(expected);
  });

  it("read what the yaml package writes", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.constantFrom("QUOTE_DOUBLE", "QUOTE_SINGLE"),
        (text, type) => {
          const source = stringify({ key: text }, { defaultStringType: type as "QUOTE_DOUBLE" | "QUOTE_SINGLE" });
          const { expected, ours } = bothReadings(source);
          fc.pre(expected === text);
          expect(ours).toBe(text);
        },
      ),
    );
  });
});
