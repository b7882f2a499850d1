import { matchers, type TemplateMatchers } from "@apigw-vtl/testing";
import { expect, test } from "vitest";
import order from "./branches.vtl";
import text from "./put.vtl?raw";

expect.extend(matchers);

declare module "vitest" {
  interface Matchers<T> extends TemplateMatchers {}
}

test("a template is imported as what renders it", async () => {
  expect(order({ body: { total: 101, member: true, lines: [1, 2] } }).json()).toEqual({ discount: 10, lines: [1, 2] });
  await expect(order).toRenderJson({ body: { total: 1, lines: [] } }, { lines: [] });
  await expect(expect(order).toRenderJson({ body: { total: 1, lines: [] } }, { lines: [1] })).rejects.toThrow(
    "printed by branches.vtl:8:",
  );
  await expect(order).not.toBeProved();
  expect(text).toContain("$input.json");
});
