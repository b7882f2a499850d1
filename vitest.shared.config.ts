import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** The suites that need `../shared`: the conformance cases, and fuzzing against the reference engine. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ["packages/*/shared-test/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000 },
});
