import { describe, expect, it } from "vitest";
import { parseJsonPath } from "./json-path.js";

describe("a JSONPath of names and indexes", () => {
  it.each([
    ["$", []],
    ["$.a.b-c", ["a", "b-c"]],
    ["a.b", ["a", "b"]],
    ["$['x y'][\"z\"]", ["x y", "z"]],
    ["$.Items[0].id", ["Items", 0, "id"]],
  ])("%s has the steps %j", (path, steps) => {
    expect(
      parseJsonPath(path)?.map((step) =>
        step.kind === "member" ? step.name : step.kind === "index" ? step.index : "?",
      ),
    ).toEqual(steps);
  });

  it.each(["$..a", "$.*", "$[*]", "$.a[?(@.b)]", "$.a[-1]", "$.length()", "$[0,1]", "$."])("is not %s", (path) => {
    expect(parseJsonPath(path)).toBeUndefined();
  });
});
