import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EngineReport } from "./run.js";

const folder = mkdtempSync(join(tmpdir(), "vtl-engine-"));
const script = join(folder, "run.js");

beforeAll(async () => {
  const plugins = new URL("../../../../scripts/runtime-bundle.mjs", import.meta.url).href;
  const { runtimeForEsbuild } = (await import(plugins)) as { runtimeForEsbuild(): Plugin };
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("run.ts", import.meta.url))],
    ...{ bundle: true, format: "iife", globalName: "engineTest", target: "es2022", platform: "neutral", write: false },
    mainFields: ["module", "main"],
    plugins: [runtimeForEsbuild()],
  });
  writeFileSync(script, `${outputFiles[0]!.text}\nconsole.log(JSON.stringify(engineTest.runAll([])));\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What V8 has compiled takes less stack than what it interprets: tests in this process would get further. */
it.each([[[]], [["--stack-size=400"]]])(
  "attacks end in our own errors in a fresh process, node %j",
  (flags) => {
    const { stdout } = spawnSync(process.execPath, [...flags, script], { encoding: "utf8" });
    const report = JSON.parse(stdout) as EngineReport;
    expect(report.raw).toEqual([]);
    expect(report.attacks).toBeGreaterThan(200);
  },
  300_000,
);
