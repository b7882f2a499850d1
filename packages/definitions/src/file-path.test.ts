import { expect, it } from "vitest";
import { resolvePath } from "./file-path.js";

it.each([
  ["a/b.yaml", "c.vtl", "a/c.vtl"],
  ["a/b.yaml", "../c.vtl", "c.vtl"],
  ["a/b.yaml", "../../c.vtl", "../c.vtl"],
  ["/a/b.yaml", "../../../c.vtl", "/c.vtl"],
  ["a/b.yaml", "/c/./d.vtl", "/c/d.vtl"],
  ["a/b.yaml", "C:\\c\\d.vtl", "C:/c/d.vtl"],
  ["a/b.yaml", "\\c\\d.vtl", "/c/d.vtl"],
])("in %s the path %s is %s", (from, reference, path) => {
  expect(resolvePath(from, reference)).toBe(path);
});
