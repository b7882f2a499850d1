import { JavaException } from "../value.js";

/** The `javaClass` of the exception that ends a match which took too many steps. No Java class: the JVM would hang. */
export const REGEX_BUDGET_EXCEEDED = "vtl.RegexBudgetExceeded";

/** Also all matches of one rendering together: a loop over a slow pattern must end as well. */
const BASE_STEPS = 10_000_000;
/** Linear work on a large payload is legitimate, so the budget grows with the input. */
const STEPS_PER_UNIT = 16;

/** The budget that matches share now: "none yet" until the first match of a rendering. */
let shared: RegexBudget | "none yet" | undefined;

/** Runs a rendering, all of whose matches share one budget. Renderings do not overlap: they are synchronous. */
export function withSharedRegexBudget<Result>(run: () => Result): Result {
  const before = shared;
  shared = "none yet";
  try {
    return run();
  } finally {
    shared = before;
  }
}

/** How many steps the matcher may still take; one budget covers a whole `replaceAll` or `split`. */
export class RegexBudget {
  steps: number;
  constructor(steps: number) {
    this.steps = steps;
  }

  /** The default: under a second of work for the input; inside a rendering what is left of its own. */
  static for(input: string): RegexBudget {
    const allowance = STEPS_PER_UNIT * input.length;
    if (shared === undefined) return new RegexBudget(BASE_STEPS + allowance);
    if (shared === "none yet") shared = new RegexBudget(BASE_STEPS);
    shared.steps += allowance;
    return shared;
  }

  /** @throws JavaException vtl.RegexBudgetExceeded when fewer than `steps` are left. */
  spend(steps: number): void {
    this.steps -= steps;
    if (this.steps < 0) throw new JavaException(REGEX_BUDGET_EXCEEDED, "The regular expression takes too many steps");
  }
}
