#!/usr/bin/env node
/**
 * Runs the compiler's conformance cases, 300 emitted modules and the attacks of `packages/compiler/test/engines` in
 * JavaScript engines, each in a process of its own, and prints a table.
 *
 *   node scripts/engines.mjs NAME=COMMAND …    the engine's command, which is given the script to run as its argument
 *   node scripts/engines.mjs --page FILE       writes a page that runs it all, in the page and in a worker
 *   node scripts/engines.mjs --quickjs FOLDER  QuickJS of the package quickjs-emscripten, installed in that folder
 *
 * Without arguments: this Node, and this Node with a stack of 400 KB. Exits 1 if an error is not ours or a case differs.
 */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { runtimeForEsbuild } from "./runtime-bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, ".cache/engines");

/** The recordings too where `../shared` is there; those compare as the service's white space allows, so only exact ones. */
function readCases() {
  const shared = join(root, "../shared/conformance");
  const cases = join(root, "fixtures/conformance");
  const files = readdirSync(cases).map((name) => join(cases, name));
  if (existsSync(shared)) files.push(join(shared, "aws-recorded.jsonl"));
  return files
    .flatMap((file) => readFileSync(file, "utf8").trimEnd().split("\n"))
    .map((line) => JSON.parse(line))
    .filter(({ compare }) => compare === undefined || compare === "exact");
}

/** One script for any engine: no import, no module, nothing of Node. */
async function writeScript(name, tail) {
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
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const cases = JSON.stringify(readCases()).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  writeFileSync(file, `${outputFiles[0].text}\nconst cases = ${cases.replaceAll("</", "<\\/")};\n${tail}\n`);
  return file;
}

const PRINT = `const report = JSON.stringify(engineTest.runAll(cases));
if (typeof print === "function") print(report); else console.log(report);`;

function run(name, command, args) {
  const { stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    timeout: 900_000,
  });
  const line = stdout?.split("\n").find((text) => text.startsWith("{"));
  if (line === undefined)
    return {
      name,
      failure: String(error ?? stderr)
        .trim()
        .slice(0, 200),
    };
  return { name, report: JSON.parse(line) };
}

/** What takes the stack of the engine around QuickJS says nothing of QuickJS. */
const QUICKJS_THREAD = { stackSizeMb: 256, maxOldGenerationSizeMb: 4096 };

/** In a thread with a stack that is larger than QuickJS's own. */
async function runQuickJs(packages) {
  const script = await writeScript("value.js", "JSON.stringify(engineTest.runAll(cases));");
  const thread = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
    const { readFileSync } = require("node:fs");
    require("node:module").createRequire(workerData.packages)("quickjs-emscripten").getQuickJS().then((quickJs) => {
      const context = quickJs.newContext();
      const result = context.evalCode(readFileSync(workerData.script, "utf8"));
      const given = context.dump(result.error ?? result.value);
      parentPort.postMessage(result.error ? { failure: JSON.stringify(given).slice(0, 200) } : { report: JSON.parse(given) });
    });`,
    {
      eval: true,
      workerData: { packages: join(packages, "package.json"), script },
      resourceLimits: QUICKJS_THREAD,
    },
  );
  const name = "QuickJS";
  try {
    const [told] = await once(thread, "message");
    return { name, ...told };
  } catch (error) {
    return { name, failure: String(error).slice(0, 200) };
  }
}

async function writePage(file) {
  const script = readFileSync(await writeScript("worker.js", ""), "utf8");
  const page = `<!doctype html><meta charset="utf-8"><title>running</title><pre id="out"></pre>
<script id="code" type="text/plain">${script}</script>
<script>
  const code = document.getElementById("code").textContent;
  const show = (where, report) => fetch("/report", { method: "POST", body: JSON.stringify({ where, report }) });
  new Function("post", code + ";post(engineTest.runAll(cases));")((report) => show("page", report));
  const worker = new Worker(URL.createObjectURL(new Blob([code + ";postMessage(engineTest.runAll(cases));"])));
  worker.onmessage = ({ data }) => show("worker", data);
</script>`;
  writeFileSync(file, page);
}

const given = process.argv.slice(2);
const results = [];
if (given[0] === "--page") {
  await writePage(given[1]);
} else {
  const script = await writeScript("run.js", PRINT);
  if (given.length === 0) {
    results.push(run(`Node ${process.version}`, process.execPath, [script]));
    results.push(run(`Node ${process.version}, 400 KB of stack`, process.execPath, ["--stack-size=400", script]));
  }
  for (let i = 0; i < given.length; i++) {
    if (given[i] === "--quickjs") {
      results.push(await runQuickJs(given[++i]));
      continue;
    }
    const [name, command] = given[i].split("=");
    const [program, ...args] = command.split(" ");
    results.push(run(name, program, [...args, script]));
  }
}

for (const { name, failure, report } of results) {
  if (report === undefined) {
    console.log(`${name}: ${failure}`);
    process.exitCode = 1;
    continue;
  }
  const { conformance, conformanceOf, modules, modulesOf, attacks, raw } = report;
  console.log(
    `${name}: cases ${conformance}/${conformanceOf}, modules ${modules}/${modulesOf}, raw errors ${raw.length} of ${attacks} attacks`,
  );
  for (const one of raw.slice(0, 10)) console.log(`  ${one}`);
  if (conformance < conformanceOf || modules < modulesOf || raw.length > 0) process.exitCode = 1;
}
