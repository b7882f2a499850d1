import { emitModule } from "@apigw-vtl/compiler";
import { expect, test } from "vitest";
import { minifiedBytes } from "./module-sizes.mjs";
import { putItem } from "./shapes/put-item.mjs";

test("the module of the small PutItem has at most 15 KB, so what it does not use does not creep in", () => {
  expect(minifiedBytes(emitModule(putItem.template).code)).toBeLessThanOrEqual(15_000);
});
