import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { runtimeSourceForVite } from "./scripts/runtime-source.mjs";

const packages = fileURLToPath(new URL("./packages/", import.meta.url));

/** A file for the results as JSON; `.ci/run` sums them up. */
const report = process.env.VTL_TEST_REPORT;

export default defineConfig({
  plugins: [runtimeSourceForVite()],
  resolve: {
    // Tests run against the sources of every package, never against a stale build.
    alias: [
      { find: /^@apigw-vtl\/([a-z-]+)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@apigw-vtl\/([a-z-]+)\/([a-z-]+)$/, replacement: `${packages}$1/src/$2.ts` },
    ],
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "scripts/**/*.test.ts"],
    testTimeout: 30_000,
    reporters: report ? ["default", ["json", { outputFile: report }]] : ["default"],
  },
});
