/**
 * Reads one code unit of each result. That keeps the work from being optimised away, and makes V8 flatten the rope
 * that `+=` leaves: whoever sends the text pays for it too.
 * @param {() => string} render
 * @param {number} count
 * @returns {number} nanoseconds per call
 */
function timePerCall(render, count) {
  let units = 0;
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) {
    const text = render();
    units += text.charCodeAt(text.length >> 1);
  }
  const time = Number(process.hrtime.bigint() - start);
  if (Number.isNaN(units)) throw new Error("rendered nothing");
  return time / count;
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
 * @returns {number[]} nanoseconds per call, the medians of the rounds
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
