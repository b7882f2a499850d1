import { describe, expect, it } from "vitest";
import { acceptedTypeOf, contentTypeOf, isBinaryMediaType } from "./media-type.js";

describe("the MIME type", () => {
  it.each([
    [undefined, "application/json"],
    ["", "application/json"],
    [";charset=utf-8", "application/json"],
    ["text/xml", "text/xml"],
    ["Text/XML ; charset=utf-8", "text/xml"],
    ["text/xml, text/plain", "text/xml, text/plain"],
  ])("of the Content-Type %j is %s", (header, expected) => {
    expect(contentTypeOf(header)).toBe(expected);
  });

  it.each([
    [undefined, "application/json"],
    ["*/*", "*/*"],
    ["text/xml;q=0.9, text/plain", "text/xml"],
    [" text/plain ,text/xml;q=1", "text/plain"],
    [", text/xml", "application/json"],
  ])("of the Accept %j is %s", (header, expected) => {
    expect(acceptedTypeOf(header)).toBe(expected);
  });
});

describe("binary media types", () => {
  it.each<[string, readonly string[], boolean]>([
    ["image/png", [], false],
    ["image/png", ["image/png"], true],
    ["image/png", [" Image/PNG "], true],
    ["image/png", ["image/*"], true],
    ["imagery/png", ["image/*"], false],
    ["text/plain", ["*/*"], true],
    ["*/*", ["image/png"], false],
    ["image/*", ["image/png"], false],
    ["image/*", ["image/*"], true],
  ])("%s is one of %j: %s", (mime, types, expected) => {
    expect(isBinaryMediaType(mime, types)).toBe(expected);
  });
});
