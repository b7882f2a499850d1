import { Budget } from "../budget.js";
import { currentTimeLimit, type TimeLimit } from "../time-limit.js";
import { JavaException } from "../value.js";

/** The `javaClass` of the exception that ends a match which took too many steps. No Java class: the JVM would hang. */
export const REGEX_BUDGET_EXCEEDED = "vtl.RegexBudgetExceeded";

/** Also all matches of one rendering together: a loop over a slow pattern must end as well. */
const BASE_STEPS = 10_000_000;
/** Linear work on a large payload is legitimate, so the budget grows with the input. */
const STEPS_PER_UNIT = 16;
/** About two milliseconds. */
const STEPS_PER_LOOK = 100_000;

/** What all matches of a rendering share, from its first match on. */
const shared = new WeakMap<TimeLimit, RegexBudget>();

const exceeded = (): Error => new JavaException(REGEX_BUDGET_EXCEEDED, "The regular expression takes too many steps");

/** How many steps the matcher may still take; one budget covers a whole `replaceAll` or `split`. */
export class RegexBudget extends Budget {
  /** `spend` throws JavaException vtl.RegexBudgetExceeded when there are no more steps. */
  constructor(steps: number) {
    super(steps, STEPS_PER_LOOK, exceeded);
  }

  /** The default: under a second of work for the input; inside a rendering what is left of its own. */
  static for(input: string): RegexBudget {
    const allowance = STEPS_PER_UNIT * input.length;
    const rendering = currentTimeLimit();
    if (rendering === undefined) return new RegexBudget(BASE_STEPS + allowance);
    let budget = shared.get(rendering);
    if (budget === undefined) {
      budget = new RegexBudget(BASE_STEPS);
      shared.set(rendering, budget);
    }
    budget.add(allowance);
    return budget;
  }
}
