import { Budget } from "./budget.js";
import { LimitExceeded } from "./operations/limit-exceeded.js";

/** Units for each step that a rendering may take. */
const UNITS_PER_STEP = 5;

/** About two milliseconds. */
const UNITS_PER_LOOK = 200_000;

const exceeded = (): Error => new LimitExceeded("limit-steps", "The template does more work than the limit allows.");

/** Outside of a rendering nothing is counted. */
const endless = new Budget(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, exceeded);

let budget = endless;

/**
 * Runs a rendering that may take `steps` steps, with work in proportion. Renderings do not overlap: they are
 * synchronous.
 */
export function withWork<Result>(steps: number, run: () => Result): Result {
  const before = budget;
  budget = new Budget(steps * UNITS_PER_STEP, UNITS_PER_LOOK, exceeded);
  try {
    return run();
  } finally {
    budget = before;
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
