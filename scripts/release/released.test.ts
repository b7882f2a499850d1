import { expect, it } from "vitest";
import { releasedChangelog, releasedManifest } from "./released.mjs";

it("gives a package, and what it needs of this repository, the new version", () => {
  const manifest = {
    name: "@apigw-vtl/linter",
    version: "0.1.0",
    dependencies: { "@apigw-vtl/compiler": "0.1.0", ajv: "8.20.0" },
    devDependencies: { "@apigw-vtl/test-support": "0.1.0" },
  };
  expect(JSON.parse(releasedManifest(JSON.stringify(manifest), "0.2.0"))).toEqual({
    name: "@apigw-vtl/linter",
    version: "0.2.0",
    dependencies: { "@apigw-vtl/compiler": "0.2.0", ajv: "8.20.0" },
    devDependencies: { "@apigw-vtl/test-support": "0.2.0" },
  });
});

it("puts what is unreleased under the version", () => {
  const released = releasedChangelog(
    "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A rule.\n",
    "0.2.0",
    "2026-12-01",
  );
  expect(released).toBe("# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n\n### Added\n\n- A rule.\n");
});

it("refuses a changelog without anything unreleased", () => {
  expect(() => releasedChangelog("# Changelog\n", "0.2.0", "2026-12-01")).toThrow("no heading");
});
