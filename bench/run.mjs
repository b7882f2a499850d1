#!/usr/bin/env node
/**
 * Measures the compiler against a hand-written function, velocityjs and the JVM, and the processor time of the linter,
 * the gateway and the language server; with `--against` what is ours beside the build of another commit. See README.md.
 *
 *   npm run bench -- [--quick] [--json] [--against REVISION]
 */
import { parseArgs } from "node:util";
import { formatRatios, measureRenders, ratiosToReference } from "./against.mjs";
import { referenceBuild, thisBuild } from "./builds.mjs";
import { measureCold } from "./cold.mjs";
import { measureCompile, measureShape, verifyOutputs } from "./hot.mjs";
import { measureLint } from "./lint.mjs";
import { measureLsp } from "./lsp.mjs";
import { moduleSizes } from "./module-sizes.mjs";
import { formatReport } from "./report.mjs";
import { measureServe } from "./serve.mjs";
import { shapes } from "./shapes/index.mjs";
import { passthrough } from "./shapes/passthrough.mjs";

/** @typedef {{rounds: number, sampleMs: number, jvmRoundMs: number}} Effort */

const { values: flags } = parseArgs({
  options: { quick: { type: "boolean" }, json: { type: "boolean" }, against: { type: "string" } },
});
const effort = flags.quick
  ? {
      rounds: 5,
      sampleMs: 30,
      jvmRoundMs: 150,
      processes: 9,
      lint: { files: 200, processes: 9 },
      serve: { requests: 1000, rounds: 9 },
      lsp: { keystrokes: 40, rounds: 9, edits: 1000 },
    }
  : {
      rounds: 15,
      sampleMs: 150,
      jvmRoundMs: 600,
      processes: 25,
      lint: { files: 1000, processes: 13 },
      serve: { requests: 8000, rounds: 25 },
      lsp: { keystrokes: 200, rounds: 25, edits: 10_000 },
    };

/** @param {import("./builds.mjs").Builds} builds */
const measureProcesses = async (builds) => ({
  cold: await measureCold(builds, effort.processes),
  lint: await measureLint(builds, effort.lint),
  serve: await measureServe(builds, effort.serve),
  lsp: await measureLsp(builds, effort.lsp),
});

async function beside(revision) {
  const reference = referenceBuild(revision);
  const builds = { now: thisBuild, reference };
  const renders = await measureRenders(builds, effort);
  const { cold, lint, serve, lsp } = await measureProcesses(builds);
  const ratios = ratiosToReference([renders, cold, lint.samples, serve.samples, lsp.samples]);
  return { commit: reference.commit, ratios };
}

async function besideOthers() {
  const remarks = verifyOutputs(shapes);
  return {
    remarks,
    shapes: shapes.map((shape) => measureShape(shape, effort)),
    compile: measureCompile(passthrough, effort),
    modules: moduleSizes(),
    ...(await measureProcesses({ now: thisBuild })),
  };
}

/** @template Results @param {Results} results @param {(results: Results) => string} format */
function print(results, format) {
  console.log(flags.json ? JSON.stringify({ node: process.version, ...results }, null, 2) : format(results));
}

if (flags.against === undefined) print(await besideOthers(), formatReport);
else print(await beside(flags.against), formatRatios);
