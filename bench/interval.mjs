/** What pairs of samples say of a ratio, and how surely. */

/** How many deviations of a normal distribution the interval spans to each side: 99 in 100. */
const DEVIATIONS = 2.576;

/** @typedef {{ratio: number, low: number, high: number}} Interval where the ratio lies, in 99 cases of 100 */

/**
 * The ratio of two things that were measured together, round by round: the Hodges-Lehmann estimate on a logarithmic
 * scale, with the interval of Wilcoxon's signed-rank test. Neither supposes a distribution, and a round that was
 * disturbed counts no more than another; where none was, it takes 5 % more rounds than a mean.
 * @param {[number, number][]} pairs positive, at least one
 * @returns {Interval}
 */
export function ratioOf(pairs) {
  const logarithms = pairs.map(([a, b]) => Math.log(a / b));
  const means = logarithms.flatMap((a, i) => logarithms.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
  const rounds = pairs.length;
  const deviation = Math.sqrt((rounds * (rounds + 1) * (2 * rounds + 1)) / 24);
  const outside = Math.max(0, Math.floor(means.length / 2 - DEVIATIONS * deviation));
  const at = (index) => Math.exp(means[index]);
  const [lower, upper] = [(means.length - 1) >> 1, means.length >> 1];
  return {
    ratio: Math.sqrt(at(lower) * at(upper)),
    low: at(outside),
    high: at(means.length - 1 - outside),
  };
}

/** Fewer rounds cannot tell an interval that holds in 99 of 100 cases. */
export const LEAST_ROUNDS = 9;

/**
 * @param {Interval} interval
 * @param {number} precision 0.025: neither end is further from the ratio than 2.5 %
 */
export const isSettled = ({ ratio, low, high }, precision) => Math.max(high / ratio, ratio / low) <= 1 + precision;
