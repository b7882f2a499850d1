import { describe, expect, it } from "vitest";
import { readJson } from "./read-json.js";

describe("readJson", () => {
  it.each(['"get": {\n  "x-amazon-apigateway-integration": {}\n}', '\n  "${lower(method)}" : {', '"a\\"b":'])(
    "takes a piece of a document for none: %j",
    (piece) => expect(readJson(piece)).toEqual({ problems: [] }),
  );

  it("takes a value a line for no document", () => {
    expect(readJson('{"a": 1}\n{"a": 2}\n')).toEqual({ problems: [] });
    expect(readJson('[{"a": 1}\n{"a": 2}]').problems).toHaveLength(1);
    expect(readJson('{"a": 1}\n}').problems).toHaveLength(1);
  });

  it.each(['{"get": {', '{"get" {}}', '"get" {}', "", "[1"])("says what is wrong with %j", (text) =>
    expect(readJson(text).problems).toMatchObject([{ code: "host-syntax" }]),
  );

  it("skips a byte order mark", () => {
    expect(readJson('\ufeff{"a": 1}')).toMatchObject({ problems: [], root: { start: 1, end: 9 } });
  });

  it("reads what a mistake leaves", () => {
    const { root } = readJson('{"a": 1, "b": ]');
    expect(root).toMatchObject({ kind: "map", entries: [{ key: "a" }] });
  });
});
