import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapEntries } from "../collections/map.js";
import { className } from "../object/java-class.js";
import { print } from "../object/print.js";
import { isList, isMap, JavaException, type Value } from "../value.js";
import { parseNatively } from "./native-json.js";
import { parsePermissively } from "./permissive-parser.js";

/** A text for each tree in which nothing is lost: classes, order of keys, numbers. */
function describeTree(value: Value): unknown {
  if (isList(value)) return value.map(describeTree);
  if (isMap(value)) return { map: Array.from(mapEntries(value), ([key, member]) => [key, describeTree(member)]) };
  return `${className(value)} ${print(value)}`;
}

function readSlowly(text: string): unknown {
  try {
    return describeTree(parsePermissively(text));
  } catch (error) {
    if (error instanceof JavaException) return error.message;
    throw error;
  }
}

/** Whether the native way was taken; fails if it gave anything else than the permissive parser. */
function checkAgreement(text: string): boolean {
  const value = parseNatively(text);
  if (value !== undefined) expect(describeTree(value)).toEqual(readSlowly(text));
  return value !== undefined;
}

const key = fc.oneof(
  fc.string(),
  fc.constantFrom("a", "b", "1", "01", "10", "12345678901", "-1", "__proto__", "constructor", "toString", "1a", ""),
);
const number = fc.oneof(
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => cents / 100),
  fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?$/).map((token) => new JsonNumber(token)),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, fc.string(), number, fc.boolean(), fc.constant(null), tie("list"), tie("map")),
  list: fc.array(tie("tree"), { maxLength: 5 }),
  map: fc.array(fc.tuple(key, tie("tree")), { maxLength: 5 }).map((entries) => new JsonObject(entries)),
}));

class JsonNumber {
  readonly token: string;
  constructor(token: string) {
    this.token = token;
  }
}

/** Keeps the order and the repetition of keys, which no JS object can. */
class JsonObject {
  readonly entries: [string, unknown][];
  constructor(entries: [string, unknown][]) {
    this.entries = entries;
  }
}

function stringify(value: unknown): string {
  if (value instanceof JsonNumber) return value.token;
  if (value instanceof JsonObject) {
    return `{${value.entries.map(([name, member]) => `${JSON.stringify(name)}:${stringify(member)}`).join(", ")}}`;
  }
  return Array.isArray(value) ? `[${value.map(stringify).join(",")}]` : JSON.stringify(value);
}

const json = tree.map(stringify).map((text) => (/^[[{]/.test(text) ? text : `[${text}]`));
const fragment = fc.constantFrom(
  ...["0", "1.0", "-0", ".5", "e5", "E-1", "1e400", ",", ":", "[", "]", "{", "}", '"', "'", "\\", "\\u0031", "\\u005f"],
  ...[" ", "\n", "\x00", "\x1a", "\x7f", "\u00a0", "\ufeff", '"1":', '"__proto__":', "null", "NaN", "x", "00000000000"],
);
const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 3 }), insert: fc.oneof(fragment, fc.constant("")) });

describe("the native way", () => {
  it("reads JSON as the permissive parser does", () => {
    fc.assert(
      fc.property(json, (text) => void checkAgreement(text)),
      { numRuns: 3000 },
    );
  });

  it("reads broken JSON as the permissive parser does", () => {
    fc.assert(
      fc.property(json, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        let edited = text;
        for (const { at, remove, insert } of edits) {
          const start = at % (edited.length + 1);
          edited = edited.slice(0, start) + insert + edited.slice(start + remove);
        }
        checkAgreement(edited);
      }),
      { numRuns: 6000 },
    );
  });

  it("is taken for ordinary bodies", () => {
    const body = {
      id: "5f0c8e0a-3e11-4b0c-9e2d-1a2b3c4d5e6f",
      createdAt: "2024-03-01T00:00:00.000Z",
      price: 1234.5,
      time: 1_709_294_096_789,
      position: { lat: 52.520008, lon: -13.404954 },
      count: 123_456_789_012,
      item: { "#a": { S: "1.0" }, b: { N: "10" }, c: { BOOL: true }, d: { NULL: null } },
      list: ["a/b", "ü", "\u2028", 'q"q\\n'],
    };
    expect(checkAgreement(JSON.stringify(body))).toBe(true);
    expect(checkAgreement(JSON.stringify(body, null, 2))).toBe(true);
  });

  it.each([
    "[1.0]",
    "[-0]",
    "[-0.0]",
    "[1e3]",
    "[1E-3 ]",
    '{"a":10.00\n}',
    "[1234567890123456]",
    "[295726589712281.00001]",
    "[1234567.5]",
    "[0.10000000000000000000]",
    '{"10":1}',
    '{"01":1}',
    '{"__proto__":1}',
    String.raw`{"\u0031":1}`,
    '["\x7f\\n"]',
    "{} x",
    "[1,]",
  ])("is not taken for %j", (text) => {
    expect(checkAgreement(text)).toBe(false);
  });
});
