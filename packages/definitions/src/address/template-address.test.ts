import { expect, it } from "vitest";
import { parseTemplateAddress } from "./template-address.js";

it.each([
  ["api.yaml#/paths/~1a", { file: "api.yaml", place: "/paths/~1a" }],
  ["dir/main.tf#/a.b/request_templates/x#/y", { file: "dir/main.tf", place: "/a.b/request_templates/x#/y" }],
  ["api.yaml#", { file: "api.yaml", place: "" }],
  ["c#/t.vtl", { file: "c", place: "/t.vtl" }],
  ["api.yaml#POST /orders", { file: "api.yaml", place: "POST /orders" }],
  ["api.yaml#get /a/{b} response 200", { file: "api.yaml", place: "get /a/{b} response 200" }],
  ["api.yaml#$connect request", { file: "api.yaml", place: "$connect request" }],
  ["api.yaml#paths", undefined],
  ["t.vtl", undefined],
  ["#/x", undefined],
  ["-", undefined],
])("%s", (text, address) => {
  expect(parseTemplateAddress(text)).toEqual(address);
});
