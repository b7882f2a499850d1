import { describe, expect, it } from "vitest";
import { parseRequestTarget, pathBelowStage } from "./request-target.js";

describe("the target of a request", () => {
  it.each([
    ["/", "/", ""],
    ["/pets/7?a=1&b=%20", "/pets/7", "a=1&b=%20"],
    ["/a?b?c", "/a", "b?c"],
    ["/%7Bx%7D?", "/%7Bx%7D", ""],
    ["//host/a", "//host/a", ""],
    ["http://host:80/a?b", "/a", "b"],
    ["HTTPS://host/a", "/a", ""],
    ["http://host", "/", ""],
    ["http://host?a", "/", "a"],
  ])("%s", (target, path, queryString) => {
    expect(parseRequestTarget(target)).toEqual({ path, queryString });
  });

  it.each(["*", "host:443", "", "?a", "ftp://host/a", "a/b"])("%j names no path", (target) => {
    expect(parseRequestTarget(target)).toBeUndefined();
  });
});

describe("a path below the stage", () => {
  it.each([
    ["/prod/pets", "/pets"],
    ["/prod/", "/"],
    ["/prod", "/"],
    ["/prod/prod", "/prod"],
  ])("%s", (path, below) => expect(pathBelowStage(path, "prod")).toBe(below));

  it.each(["/", "/production", "/pets", "/Prod/pets"])("%s is elsewhere", (path) => {
    expect(pathBelowStage(path, "prod")).toBeUndefined();
  });
});
