import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** The suites that need what `.ci/install-browser` installs: Chromium and what editors are driven with. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["packages/*/{browser-test,editor-test}/**/*.test.ts"],
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
  },
});
