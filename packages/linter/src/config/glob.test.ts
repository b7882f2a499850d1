import { expect, it } from "vitest";
import { matchesGlob } from "./glob.js";

it.each([
  ["a.vtl", "*.vtl"],
  ["deep/in/a.vtl", "*.vtl"],
  ["templates/a.vtl", "templates/*.vtl"],
  ["templates/x/y/a.vtl", "templates/**/*.vtl"],
  ["templates/a.vtl", "templates/**/*.vtl"],
  ["templates/a.vtl", "templates/"],
  ["templates/a.vtl", "./templates"],
  ["api.request.vtl", "*.{request,response}.vtl"],
  ["a1.vtl", "a[0-9].vtl"],
  ["ab.vtl", "a[!0-9].vtl"],
  ["a.vtl", "?.vtl"],
  ["x11.vtl", "x+(1).vtl"],
  ["orders/{id}/a.vtl", "orders/{id}/*.vtl"],
  [".hidden/a.vtl", "*.vtl"],
])("%s matches %s", (path, glob) => expect(matchesGlob(path, glob)).toBe(true));

it.each([
  ["a.vm", "*.vtl"],
  ["x/templates/a.vtl", "templates/*.vtl"],
  ["templates/x/a.vtl", "templates/*.vtl"],
  ["templates2/a.vtl", "templates/"],
  ["a1.vtl", "a[!0-9].vtl"],
  ["a.vtl", "/b/a.vtl"],
])("%s does not match %s", (path, glob) => expect(matchesGlob(path, glob)).toBe(false));

it("reads broken globs as text", () => {
  expect(matchesGlob("a[b", "a[b")).toBe(true);
  expect(matchesGlob("a{b", "a{b")).toBe(true);
  expect(matchesGlob("[z-a].vtl", "[z-a].vtl")).toBe(true);
});
