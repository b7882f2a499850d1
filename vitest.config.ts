import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests run against the sources of every package, never against a stale build. */
const source = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@apigw-vtl/compiler": source("compiler"),
    },
  },
  test: {
    include: ["packages/*/src/**/*.test.ts", "packages/*/test/**/*.test.ts", "scripts/**/*.test.ts"],
    testTimeout: 30_000,
  },
});
