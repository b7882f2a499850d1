#!/usr/bin/env node
/**
 * Measures the compiler against a hand-written function, velocityjs and the JVM, and the processor time of the linter,
 * the gateway and the language server; with `--against` what is ours beside the build of another commit. See README.md.
 *
 *   npm run bench -- [--quick] [--json] [--against REVISION]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { inOneThread, referenceBuild, thisBuild } from "./builds.mjs";
import { prepareCold } from "./cold.mjs";
import { measureCompile, measureShape, verifyOutputs } from "./hot.mjs";
import { prepareLint } from "./lint.mjs";
import { heapOverEdits, prepareLsp } from "./lsp.mjs";
import { inTurn } from "./measure.mjs";
import { moduleSizes } from "./module-sizes.mjs";
import { runToEnd } from "./processes.mjs";
import { formatReport } from "./report.mjs";
import { growthOfMemory, prepareServe } from "./serve.mjs";
import { shapes } from "./shapes/index.mjs";
import { passthrough } from "./shapes/passthrough.mjs";
import { compare, formatComparisons } from "./side-by-side.mjs";

/** @typedef {{rounds: number, sampleMs: number, jvmRoundMs: number}} Effort */

const { values: flags } = parseArgs({
  options: { quick: { type: "boolean" }, json: { type: "boolean" }, against: { type: "string" } },
});
const effort = flags.quick
  ? {
      rounds: 5,
      sampleMs: 30,
      jvmRoundMs: 150,
      processes: { cold: 9, lint: 9, serve: 3, lsp: 3 },
      files: 200,
      requests: 2000,
      keystrokes: 40,
      edits: 1000,
      against: { precision: 0.05, most: 40 },
    }
  : {
      rounds: 15,
      sampleMs: 150,
      jvmRoundMs: 600,
      processes: { cold: 25, lint: 13, serve: 9, lsp: 9 },
      files: 1000,
      requests: 8000,
      requestsForMemory: 200_000,
      keystrokes: 200,
      edits: 10_000,
      against: { precision: 0.025, most: 80 },
    };

const RENDER_COSTS = fileURLToPath(new URL("render-costs.mjs", import.meta.url));

/** @param {import("./builds.mjs").Build} build */
const renderCosts = async (build) =>
  JSON.parse((await runToEnd([...build.flags, RENDER_COSTS, build.compiler])).stdout);

/** What a sample beside another build does: little, since there are as many samples as it takes. */
const SAMPLE = { files: 200, requests: 3000, keystrokes: 20 };

/** @param {string} revision @param {string} folder for files */
async function beside(revision, folder) {
  const { commit, ...reference } = referenceBuild(revision);
  const builds = { now: inOneThread(thisBuild), reference: inOneThread(reference) };
  /** @type {Record<string, import("./side-by-side.mjs").CostsOf>} */
  const kinds = {
    rendering: renderCosts,
    "fresh processes": prepareCold(folder).costs,
    linting: prepareLint(folder, SAMPLE.files).costs,
    serving: prepareServe(SAMPLE.requests).costs,
    editing: prepareLsp(SAMPLE.keystrokes).costs,
  };
  /** @type {Record<string, import("./side-by-side.mjs").Comparison>} */
  const comparisons = {};
  for (const [name, costs] of Object.entries(kinds)) {
    const start = performance.now();
    Object.assign(comparisons, await compare(builds, costs, effort.against));
    console.error(`${name}: ${Math.round((performance.now() - start) / 1000)} s`);
  }
  return { commit, comparisons };
}

/** @param {string} folder for files */
async function besideOthers(folder) {
  const { processes, requestsForMemory: requests } = effort;
  const cold = prepareCold(folder);
  const lint = prepareLint(folder, effort.files);
  const serve = prepareServe(effort.requests);
  const lsp = prepareLsp(effort.keystrokes);
  /**
   * This build, and in turn with it what bounds it.
   * @param {{costs: import("./side-by-side.mjs").CostsOf, floor?: () => Promise<import("./measure.mjs").Costs>}} kind
   * @param {number} rounds
   */
  const measured = ({ costs, floor }, rounds) =>
    inTurn({ now: () => costs(thisBuild), ...(floor !== undefined && { floor }) }, rounds);
  return {
    remarks: verifyOutputs(shapes),
    shapes: shapes.map((shape) => measureShape(shape, effort)),
    compile: measureCompile(passthrough, effort),
    modules: await moduleSizes(),
    cold: { samples: await measured(cold, processes.cold) },
    lint: { source: lint.source, files: lint.files, samples: await measured(lint, processes.lint) },
    serve: {
      samples: await measured(serve, processes.serve),
      // Fewer say nothing about memory: a heap grows before it is collected.
      ...(requests !== undefined && { requests, growth: await growthOfMemory(thisBuild, requests) }),
    },
    lsp: { samples: await measured(lsp, processes.lsp), heap: await heapOverEdits(thisBuild, effort.edits) },
  };
}

/** @template Results @param {Results} results @param {(results: Results) => string} format */
function print(results, format) {
  console.log(flags.json ? JSON.stringify({ node: process.version, ...results }, null, 2) : format(results));
}

const folder = mkdtempSync(join(tmpdir(), "vtl-bench-"));
try {
  if (flags.against === undefined) print(await besideOthers(folder), formatReport);
  else print(await beside(flags.against, folder), formatComparisons);
} finally {
  rmSync(folder, { recursive: true });
}
