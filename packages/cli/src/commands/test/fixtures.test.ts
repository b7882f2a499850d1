import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { vtlOnDisk } from "../../testing/disk-io.js";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));

it("every fixture passes its tests, and they reach every line", async () => {
  const thresholds = ["--threshold", "lines=100", "--threshold", "branches=83"];
  const { code, stdout, stderr } = await vtlOnDisk(["test", "fixtures", "--coverage", ...thresholds], root);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^fixtures\/apis\/item-store\/template\.yaml +100 +100$/m);
});
