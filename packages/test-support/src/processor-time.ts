import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Milliseconds of processor time that `run` took, its garbage collection included; what else the machine does is not in it. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Below this, measurements say little: of small inputs the garbage dies before it is copied. What grows with the square takes seconds. */
const MEASURABLE_MS = 10;
/** How much larger the large input is. */
export const GROWTH = 8;
/**
 * Eight times the size should take eight times as long; sixty-four times would be quadratic. Copies of what lives make
 * of the linear ones up to twenty, on a busy machine more.
 */
const MOST = 32;
/** A translation by V8 makes a ratio that the next run does not have. */
const ATTEMPTS = 8;

/** Frees what others left: a collection of their garbage within the large run would count as its own. */
export const collectGarbage = (): void => {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
};

/**
 * How the time that `run` takes grows with the size of its input, which is eight times as large: `linear`, or how many
 * times as long it took at least.
 */
export function growthOf<Input>(run: (input: Input) => void, small: Input, large: Input): "linear" | number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least >= MOST; attempt++) {
    if (attempt > 0) collectGarbage();
    const ratio =
      processorTime(() => run(large)) /
      Math.max(
        processorTime(() => run(small)),
        MEASURABLE_MS,
      );
    least = Math.min(least, ratio);
  }
  return least < MOST ? "linear" : least;
}
