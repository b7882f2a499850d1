import { expect, it } from "vitest";
import { check } from "../../testing/check-rule.js";
import { templateTooLarge } from "./rule.js";

it("counts bytes of UTF-8", () => {
  expect(check(templateTooLarge, "äx", { options: { bytes: 2 } })).toHaveLength(1);
  expect(check(templateTooLarge, "äx", { options: { bytes: 3 } })).toEqual([]);
  expect(check(templateTooLarge, "😀", { options: { bytes: 4 } })).toEqual([]);
  expect(check(templateTooLarge, "😀", { options: { bytes: 3 } })).toHaveLength(1);
});

it("has the service's limit as its own", () => {
  expect(check(templateTooLarge, "x".repeat(300 * 1024))).toEqual([]);
  expect(check(templateTooLarge, "x".repeat(300 * 1024 + 1))).toHaveLength(1);
});
