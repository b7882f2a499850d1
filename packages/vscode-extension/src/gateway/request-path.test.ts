import { describe, expect, it } from "vitest";
import { requestPath } from "./request-path.js";

describe("the path of a request", () => {
  it.each([
    ["/", {}, "/"],
    ["/orders/{id}", { id: "7" }, "/orders/7"],
    ["/orders/{id}", { id: "a/b é" }, "/orders/a%2Fb%20%C3%A9"],
    ["/files/{proxy+}", { proxy: "a/b c" }, "/files/a/b%20c"],
    // Templates see what the client has encoded, and a sample holds what they see.
    ["/orders/{id}", { id: "a%20b%" }, "/orders/a%20b%25"],
    ["/orders/{id}", { id: "\ud800" }, "/orders/%EF%BF%BD"],
    ["/orders/{id}", { id: ["1", "2"] }, "/orders/2"],
  ])("%s with %j is %s", (resource, values, path) => {
    expect(requestPath(resource, values)).toEqual({ path, missing: [] });
  });

  it("has the names of parameters that have no value, and says which", () => {
    expect(requestPath("/a/{b}/{c}", { b: "" })).toEqual({ path: "/a/b/c", missing: ["b", "c"] });
  });
});
