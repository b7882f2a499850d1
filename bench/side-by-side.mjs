/** This build beside the reference: both do the same at the same moment, until it is known how they compare. */
import { isSettled, LEAST_ROUNDS, ratioOf } from "./interval.mjs";
import { table } from "./table.mjs";

/** @typedef {import("./interval.mjs").Interval & {settled: boolean, rounds: number}} Comparison above 1: this build takes more */

/** @typedef {(build: import("./builds.mjs").Build) => Promise<import("./measure.mjs").Costs>} CostsOf in processes of its own */

/**
 * Takes the costs of both builds until what is told of each is within `precision`, or there were `most` rounds. The two
 * of a round run at the same moment: whatever else the machine does falls on both. (In turn, next to each other, two
 * processes of the same build differ up to ten times as much on a busy machine.)
 * @param {{now: import("./builds.mjs").Build, reference: import("./builds.mjs").Build}} builds
 * @param {CostsOf} costsOf
 * @param {{precision: number, most: number}} effort
 * @returns {Promise<Record<string, Comparison>>} by what was done
 */
export async function compare({ now, reference }, costsOf, { precision, most }) {
  /** @type {Record<string, [number, number][]>} */
  const pairs = {};
  const comparisons = () =>
    Object.fromEntries(
      Object.entries(pairs).map(([label, each]) => {
        const interval = ratioOf(each);
        return [label, { ...interval, settled: isSettled(interval, precision), rounds: each.length }];
      }),
    );
  for (let round = 1; round <= most; round++) {
    // Whichever starts first is ahead a little: each does so every other round.
    const order = round % 2 === 0 ? [now, reference] : [reference, now];
    const costs = await Promise.all(order.map(costsOf));
    const [ours, theirs] = round % 2 === 0 ? costs : costs.toReversed();
    for (const [label, cost] of Object.entries(ours)) {
      pairs[label] ??= [];
      pairs[label].push([cost, theirs[label]]);
    }
    if (round >= LEAST_ROUNDS && Object.values(comparisons()).every(({ settled }) => settled)) break;
  }
  return comparisons();
}

/** No slower than this, what the measuring itself is off by included. */
const MOST = 1.1;

/** @param {Comparison} comparison */
function verdictOf({ ratio, low, high, settled }) {
  if (settled) return ratio <= MOST ? "met" : "**missed**";
  if (high <= MOST) return "met";
  return low > MOST ? "**missed**" : "not settled";
}

/** @param {{commit: string, comparisons: Record<string, Comparison>}} results */
export function formatComparisons({ commit, comparisons }) {
  const rows = Object.entries(comparisons).map(([label, each]) => [
    label,
    // A figure that is not sure is none.
    each.settled ? each.ratio.toFixed(3) : "–",
    `${each.low.toFixed(3)} to ${each.high.toFixed(3)}`,
    String(each.rounds),
    verdictOf(each),
  ]);
  const head = `processor time, memory / those of ${commit.slice(0, 10)}`;
  return table([head, "ratio", "99 in 100 between", "rounds", `at most ${MOST}`], rows);
}
