import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ProgressReporter } from "./scripts/progress-reporter.mjs";
import { runtimeForVite } from "./scripts/runtime-bundle.mjs";

const packages = fileURLToPath(new URL("./packages/", import.meta.url));

/** A file for the results as JSON; `.ci/run` sums them up. */
const report = process.env.VTL_TEST_REPORT;

export default defineConfig({
  plugins: [runtimeForVite()],
  resolve: {
    // Tests run against the sources of every package, never against a stale build.
    alias: [
      { find: /^@apigw-vtl\/([a-z-]+)$/, replacement: `${packages}$1/src/index.ts` },
      { find: /^@apigw-vtl\/([a-z-]+)\/([a-z-]+)$/, replacement: `${packages}$1/src/$2.ts` },
    ],
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "scripts/**/*.test.ts", "bench/*.test.ts"],
    // A worker loads a module once for all of its files: loading took a third of the time. So no test leaves anything behind.
    isolate: false,
    maxWorkers: "100%",
    // For what hangs. How fast something is, no test asks a clock.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ["default", new ProgressReporter(), ...(report ? [["json", { outputFile: report }] as const] : [])],
  },
});
