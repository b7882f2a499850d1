import { expect, it } from "vitest";
import { parseTemplateAddress } from "./template-address.js";

it.each([
  ["api.yaml#/paths/~1a", { file: "api.yaml", pointer: "/paths/~1a" }],
  ["dir/main.tf#/a.b/request_templates/x#/y", { file: "dir/main.tf", pointer: "/a.b/request_templates/x#/y" }],
  ["api.yaml#", { file: "api.yaml", pointer: "" }],
  ["c#/t.vtl", { file: "c", pointer: "/t.vtl" }],
  ["api.yaml#paths", undefined],
  ["t.vtl", undefined],
  ["#/x", undefined],
  ["-", undefined],
])("%s", (text, address) => {
  expect(parseTemplateAddress(text)).toEqual(address);
});
