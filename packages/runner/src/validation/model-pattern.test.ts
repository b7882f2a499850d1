import { expect, it } from "vitest";
import { validatorOf } from "./model-validator.js";

it("takes patterns that only Unicode's rules for regular expressions refuse", async () => {
  const validate = await validatorOf({ type: "string", pattern: "^[\\w-_\\+~]+$" });
  expect([validate("a-b_c"), validate("a b")]).toEqual([undefined, expect.anything()]);
});
