import { describe, expect, it } from "vitest";
import { buildPath, pathParameters } from "./build-path.js";

describe("the path of a request", () => {
  it.each([
    ["/", {}, "/"],
    ["/pets/{id}", { id: "7" }, "/pets/7"],
    ["/pets/{id}", { id: "a/b ?é" }, "/pets/a%2Fb%20%3F%C3%A9"],
    ["/files/{proxy+}", { proxy: "a/b c/d" }, "/files/a/b%20c/d"],
    ["/{a}/{b}", { a: "$1", b: "{a}" }, "/%241/%7Ba%7D"],
    ["/{a}", { a: "\ud800" }, "/%EF%BF%BD"],
    ["/{a}/{b+}", { a: "" }, "/{a}/{b+}"],
  ])("%s with %j is %s", (resource, values, path) => {
    expect(buildPath(resource, new Map(Object.entries(values)))).toBe(path);
  });

  it("has the parameters of its resource, in order", () => {
    expect(pathParameters("/a/{id}/{proxy+}")).toEqual([
      { name: "id", greedy: false },
      { name: "proxy", greedy: true },
    ]);
  });
});
