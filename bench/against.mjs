import { fileURLToPath } from "node:url";
import { costsOfEach, inTurn, median } from "./measure.mjs";
import { runToEnd } from "./processes.mjs";
import { table } from "./table.mjs";

const RENDER_COSTS = fileURLToPath(new URL("render-costs.mjs", import.meta.url));

/**
 * Rendering and compiling, each time in a new process: V8 does not optimise twice alike.
 * @param {import("./builds.mjs").Builds} builds
 * @param {{processes: number, sampleMs: number}} effort
 */
export function measureRenders(builds, { processes, sampleMs }) {
  const costs = ({ compiler }) => JSON.parse(runToEnd([RENDER_COSTS, compiler, String(sampleMs)]).stdout);
  return inTurn(costsOfEach(builds, costs), processes);
}

/**
 * This build beside the reference, by what was done: the median of the rounds' ratios.
 * @param {Record<string, import("./measure.mjs").Samples>[]} measured
 * @returns {Record<string, number>} above 1: this build takes more
 */
export function ratiosToReference(measured) {
  /** @type {Record<string, number>} */
  const ratios = {};
  for (const { now, reference } of measured) {
    for (const [label, samples] of Object.entries(now)) {
      ratios[label] = median(samples.map((sample, round) => sample / reference[label][round]));
    }
  }
  return ratios;
}

/** No slower than this, what the measuring itself is off by included. */
const MOST = 1.1;

/** @param {{commit: string, ratios: Record<string, number>}} results */
export function formatRatios({ commit, ratios }) {
  const rows = Object.entries(ratios).map(([label, ratio]) => [
    label,
    ratio.toFixed(3),
    ratio <= MOST ? "met" : "**missed**",
  ]);
  return table([`processor time, memory / those of ${commit.slice(0, 10)}`, "ratio", `at most ${MOST}`], rows);
}
