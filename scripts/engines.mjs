#!/usr/bin/env node
/**
 * Runs the compiler's conformance cases, 300 emitted modules and the attacks of `packages/compiler/test/engines` in
 * JavaScript engines, each in a process of its own, and prints a line for each.
 *
 *   node scripts/engines.mjs NAME=COMMAND …             the engine's command, which is given the script to run
 *   node scripts/engines.mjs --browser NAME=COMMAND     a browser's, which is given a URL; PROFILE in it is a new folder
 *   node scripts/engines.mjs --ci                       this Node, Chromium, QuickJS: what .ci/run asks
 *
 * Without arguments: this Node, and this Node with a stack of 400 KB. Exits 1 if an error is not ours or a case differs.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineScript, PRINT, readCases } from "./engines/engine-script.mjs";
import { runBrowser } from "./engines/run-browser.mjs";
import { runQuickJs } from "./engines/run-quickjs.mjs";

// As root it has no sandbox.
const CHROMIUM = "chromium --headless --no-sandbox --disable-gpu --no-first-run --user-data-dir=PROFILE";

const folder = mkdtempSync(join(tmpdir(), "vtl-engines-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
const script = join(folder, "run.js");

/** @returns {import("./engines/engine-script.mjs").EngineResult} */
function run(name, command, args = []) {
  const { stdout, stderr, error } = spawnSync(command, [...args, script], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
    timeout: 900_000,
  });
  const line = stdout?.split("\n").find((text) => text.startsWith("{"));
  if (line !== undefined) return { name, report: JSON.parse(line) };
  const failure = String(error ?? stderr).trim();
  return { name, failure: failure.slice(0, 200) };
}

/** @param {string[]} given */
async function* results(given) {
  const [first, ...others] = given;
  const node = `Node ${process.version}`;
  if (first === "--ci") {
    yield run(node, process.execPath);
    yield* await runBrowser("Chromium", CHROMIUM);
    yield await runQuickJs();
  } else if (first === "--browser") {
    for (const one of others) {
      const [name, command] = named(one);
      yield* await runBrowser(name, command);
    }
  } else if (first === undefined) {
    yield run(node, process.execPath);
    yield run(`${node}, 400 KB of stack`, process.execPath, ["--stack-size=400"]);
  } else {
    for (const one of given) {
      const [name, command] = named(one);
      const [program, ...args] = command.split(" ");
      yield run(name, program, args);
    }
  }
}

/** `Bun=bun run` as name and command, in which `=` may stand too. */
function named(one) {
  const at = one.indexOf("=");
  return [one.slice(0, at), one.slice(at + 1)];
}

writeFileSync(script, await engineScript({ cases: readCases(), tail: PRINT }));
for await (const { name, failure, report } of results(process.argv.slice(2))) {
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
