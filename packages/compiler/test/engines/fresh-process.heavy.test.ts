import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readConformanceCases } from "../repository-files.js";
import { ONLY_ES2022 } from "./only-es2022.js";
import type { EngineCase, EngineReport } from "./run.js";

interface EngineScripts {
  readonly PRINT: string;
  engineScript(script: { readonly cases: readonly EngineCase[]; readonly tail: string }): Promise<string>;
}

const folder = mkdtempSync(join(tmpdir(), "vtl-engine-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function runFresh(flags: readonly string[], cases: readonly EngineCase[], prelude = ""): Promise<EngineReport> {
  const url = new URL("../../../../scripts/engines/engine-script.mjs", import.meta.url).href;
  const { PRINT, engineScript } = (await import(url)) as EngineScripts;
  const script = join(folder, "run.js");
  writeFileSync(script, prelude + (await engineScript({ cases, tail: PRINT })));
  const { stdout } = spawnSync(process.execPath, [...flags, script], { encoding: "utf8" });
  return JSON.parse(stdout) as EngineReport;
}

/** What V8 has compiled takes less stack than what it interprets: tests in this process would get further. */
it.each([[[]], [["--stack-size=400"]]])(
  "attacks end in our own errors in a fresh process, node %j",
  async (flags) => {
    const report = await runFresh(flags, []);
    expect(report.raw).toEqual([]);
    expect(report.attacks).toBeGreaterThan(200);
  },
  300_000,
);

it("everything is the same where nothing is newer than ES2022, and nothing there but the language", async () => {
  const cases = readConformanceCases().flatMap((group) => group.cases) as readonly EngineCase[];
  const proof = "if ([].findLast || globalThis.structuredClone) throw new Error('it is still there');\n";
  const report = await runFresh([], cases, `${ONLY_ES2022}\n${proof}`);
  expect(report).toMatchObject({ raw: [], conformance: cases.length, modules: 300, modulesOf: 300 });
  expect(cases.length).toBeGreaterThan(1900);
}, 300_000);
