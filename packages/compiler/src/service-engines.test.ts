import { describe, expect, it } from "vitest";
import { matchesWhole, PermissiveJson } from "./service-engines.js";

describe("a selection pattern", () => {
  it.each<[string, string, boolean | undefined]>([
    ["4\\d{2}", "404", true],
    ["4\\d{2}", "4040", false],
    ["40", "404", false],
    [".*four hundred.*", "Error: four hundred, sorry", true],
    [".*four.*", "Error:\nfour hundred", false],
    ["(?s).*four.*", "Error:\nfour hundred", true],
    ["\\p{Alpha}++", "abc", true],
    ["(unclosed", "x", undefined],
  ])("%s on %j: %s", (pattern, text, expected) => {
    expect(matchesWhole(pattern, text)).toBe(expected);
  });

  it("that backtracks without end is given up", () => {
    expect(matchesWhole("(a*)*b", "a".repeat(5000))).toBeUndefined();
  });
});

describe("permissive JSON", () => {
  it.each<[string, number | undefined]>([
    ['{"statusCode": 200}', 200],
    ["{statusCode: 200,}", 200],
    ["{'statusCode': 200} and more", 200],
    ['{"statusCode": 200.0}', undefined],
    ['{"statusCode": "200"}', undefined],
    ["no JSON", undefined],
    ["", undefined],
  ])("%s has the integer %s", (text, expected) => {
    expect(PermissiveJson.parse(text)?.integer("$.statusCode")).toBe(expected);
  });

  it.each(['{"a": 1', "[1,", '{"a": }'])("%s is broken", (text) => {
    expect(PermissiveJson.parse(text)).toBeUndefined();
  });

  it.each<[string, string | undefined]>([
    ["$.s", "x"],
    ["$.n", "1"],
    ["$.o", '{"k":[1,"2"]}'],
    ["$.o.k[1]", "2"],
    ["$..k[0]", "[1]"],
    ["$.z", undefined],
    ["$.zz", undefined],
    ["$.[", undefined],
  ])("%s is the text %s", (path, expected) => {
    expect(PermissiveJson.parse('{"s":"x","n":1,"o":{"k":[1,"2"]},"z":null}')?.text(path)).toBe(expected);
  });
});
