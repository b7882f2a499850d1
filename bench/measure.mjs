/** Microseconds of processor time that this process has taken: what else runs on the machine is not in it. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/**
 * Reads one code unit of each result. That keeps the work from being optimised away, and makes V8 flatten the rope
 * that `+=` leaves: whoever sends the text pays for it too.
 * @param {() => string} render
 * @param {number} count
 * @returns {number} nanoseconds of processor time per call
 */
export function timePerCall(render, count) {
  let units = 0;
  const start = processorTime();
  for (let i = 0; i < count; i++) {
    const text = render();
    units += text.charCodeAt(text.length >> 1);
  }
  const time = processorTime() - start;
  if (Number.isNaN(units)) throw new Error("rendered nothing");
  return (time * 1000) / count;
}

/** Runs for a while, which lets V8 optimise, and returns how many calls fill a sample. */
function warmUp(render, sampleMs) {
  let count = 1;
  let spent = 0;
  let perCall;
  do {
    perCall = timePerCall(render, count);
    spent += (perCall * count) / 1e6;
    count *= 2;
  } while (spent < sampleMs * 4);
  return Math.max(1, Math.round((sampleMs * 1e6) / perCall));
}

/** @param {number[]} numbers at least one */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {number[]} numbers positive */
export function geometricMean(numbers) {
  return Math.exp(numbers.reduce((sum, n) => sum + Math.log(n), 0) / numbers.length);
}

/**
 * Times functions against each other: each round takes a sample of every one, so that a slow spell of the machine
 * falls on all alike.
 * @param {(() => string)[]} renders
 * @param {{rounds: number, sampleMs: number}} effort
 * @returns {number[]} nanoseconds of processor time per call, the medians of the rounds
 */
export function measureInterleaved(renders, { rounds, sampleMs }) {
  const counts = renders.map((render) => warmUp(render, sampleMs));
  /** @type {number[][]} */
  const samples = renders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, render] of renders.entries()) samples[i].push(timePerCall(render, counts[i]));
  }
  return samples.map(median);
}

/** @typedef {Record<string, number>} Costs by what was done; in milliseconds of processor time, or what else is told */

/** @typedef {Record<string, number[]>} Samples by what was done, a number a round */

/**
 * Takes the costs of several subjects in turn, every other round in the opposite order: two samples of a round stand
 * next to each other, and met the same machine.
 * @param {Record<string, () => Costs | Promise<Costs>>} subjects by name
 * @param {number} rounds
 * @returns {Promise<Record<string, Samples>>} by the names of the subjects
 */
export async function inTurn(subjects, rounds) {
  const entries = Object.entries(subjects);
  /** @type {Record<string, Samples>} */
  const samples = Object.fromEntries(entries.map(([name]) => [name, {}]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, costsOf] of round % 2 === 0 ? entries : entries.toReversed()) {
      for (const [label, cost] of Object.entries(await costsOf())) {
        samples[name][label] ??= [];
        samples[name][label].push(cost);
      }
    }
  }
  return samples;
}

/**
 * @param {Samples} samples
 * @returns {Costs} the medians of the rounds
 */
export const medians = (samples) =>
  Object.fromEntries(Object.entries(samples).map(([label, numbers]) => [label, median(numbers)]));
