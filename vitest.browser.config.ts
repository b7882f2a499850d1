import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** The suites that need what `.ci/install-browser` installs: Chromium and what editors are driven with. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["packages/*/{browser-test,editor-test}/**/*.test.ts"],
    // Each brings a browser, some an editor: side by side they would only wait for each other, and time out.
    fileParallelism: false,
    testTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 180_000,
    // An editor of others loses keys and clicks on a busy machine, where a person would try again. The run names what
    // needed it.
    retry: 1,
  },
});
