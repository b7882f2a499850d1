import { describe, expect, it } from "vitest";
import { exampleOfPattern, matchesPart, matchesWhole, PermissiveJson } from "./service-engines.js";

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

describe("the pattern of a model", () => {
  it.each<[string, string, boolean | undefined]>([
    ["^a+$", "aaa", true],
    ["b", "abc", true],
    ["^b", "abc", false],
    ["[\\w-_]+", "-", true],
    ["(", "abc", undefined],
  ])("%s in %j: %s", (pattern, text, expected) => {
    expect(matchesPart(pattern, text)).toBe(expected);
  });

  it.each([
    "^https?://[-a-zA-Z0-9@:%._\\+~#=]{2,256}\\.[a-z]{2,6}\\b([-a-zA-Z0-9@:%_\\+.~#?&//=]*)",
    "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})$",
    "^[A-Z]{3}(?:-[0-9]+)?$",
    "^(?!xx)[a-z]{3,}$",
    "^(?<quote>['\"])\\w+\\k<quote>$",
    '^[^\\s"]{8,}$',
    "(?i)^(YES|NO)$",
    "\\p{Lu}\\p{Ll}+",
    "^[\\p{IsGreek}]+$",
    "^$",
  ])("%s has an example", (pattern) => {
    const example = exampleOfPattern(pattern);
    expect(example).toBeDefined();
    expect(matchesPart(pattern, example ?? "")).toBe(true);
  });

  it.each(["(", "^(?!a)[a]$", "^[a&&b]$", "^a{100000}$"])("%s has none", (pattern) => {
    expect(exampleOfPattern(pattern)).toBeUndefined();
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
