/** The compiler with its conformance cases, 300 emitted modules and attacks, as one script for any JavaScript engine. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { runtimeForEsbuild } from "../runtime-bundle.mjs";

/**
 * What `packages/compiler/test/engines/run.ts` reports.
 * @typedef {{conformance: number, conformanceOf: number, modules: number, modulesOf: number, attacks: number, raw: string[]}} EngineReport
 */
/** @typedef {{name: string, report?: EngineReport, failure?: string}} EngineResult without a report, what went wrong */

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What tells an engine's command line; `engineTest` is `packages/compiler/test/engines/run.ts`. */
export const PRINT = `const report = JSON.stringify(engineTest.runAll(cases));
if (typeof print === "function") print(report); else console.log(report);`;

/** The recordings too where `../shared` is there. */
export function readCases() {
  const shared = join(root, "../shared/conformance");
  const cases = join(root, "fixtures/conformance");
  const files = readdirSync(cases).map((name) => join(cases, name));
  if (existsSync(shared)) files.push(join(shared, "aws-recorded.jsonl"));
  return files.flatMap((file) => readFileSync(file, "utf8").trimEnd().split("\n")).map((line) => JSON.parse(line));
}

/**
 * No import, no module, nothing of Node; without a `</` that would end a page's script.
 * @param {object} script
 * @param {object[]} script.cases
 * @param {string} script.tail what to do with `engineTest` and `cases`
 * @returns {Promise<string>}
 */
export async function engineScript({ cases, tail }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["packages/compiler/test/engines/run.ts"],
    bundle: true,
    format: "iife",
    globalName: "engineTest",
    target: "es2022",
    platform: "neutral",
    mainFields: ["module", "main"],
    plugins: [runtimeForEsbuild()],
    write: false,
  });
  const text = JSON.stringify(cases).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return `${outputFiles[0].text}\nconst cases = ${text.replaceAll("</", "<\\/")};\n${tail}\n`;
}
