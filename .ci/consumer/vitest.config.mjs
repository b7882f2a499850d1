import { vtl } from "@apigw-vtl/testing/vitest";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [vtl()],
  test: {
    include: ["*.spec.{mjs,mts}"],
    testTimeout: 60_000,
    coverage: { include: ["*.vtl"], reporter: ["json"] },
  },
});
