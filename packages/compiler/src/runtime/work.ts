import { Budget } from "./budget.js";
import { outOfSteps } from "./operations/limit-exceeded.js";

/** Units for each step that a rendering may take. */
const UNITS_PER_STEP = 5;

/** About two milliseconds. */
const UNITS_PER_LOOK = 200_000;

const exceeded = outOfSteps("does more work");

/** Of 31 bits, as all portions are: V8 counts those down in place. */
const LARGEST_PORTION = 2 ** 30 - 1;

/** Outside of a rendering there is no end to it. */
const endless = new Budget(Number.POSITIVE_INFINITY, LARGEST_PORTION, exceeded);

let budget = endless;

/** For a rendering that may take `steps` steps, with work in proportion. */
export const workFor = (steps: number): Budget => new Budget(steps * UNITS_PER_STEP, UNITS_PER_LOOK, exceeded);

/** Work is counted on this from now on. Returns what it was counted on. Renderings are synchronous. */
export function switchWork(next: Budget): Budget {
  const before = budget;
  budget = next;
  return before;
}

/** Runs something that may take as much work as a rendering of `steps` steps. */
export function withWork<Result>(steps: number, run: () => Result): Result {
  const before = switchWork(workFor(steps));
  try {
    return run();
  } finally {
    switchWork(before);
  }
}

/**
 * Counts work that one step of a template can ask for in any amount: a loop over a comparison of two large lists is
 * few steps and takes for ever, a list of large strings is short and fills the memory. One unit stands for a value
 * that is looked at or copied, or for some characters: about ten nanoseconds or eight bytes.
 * Throws LimitExceeded.
 */
export function work(units: number): void {
  budget.spend(units);
}
