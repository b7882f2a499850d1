import { JavaException } from "../value.js";

/** The `javaClass` of the exception that ends a match which took too many steps. No Java class: the JVM would hang. */
export const REGEX_BUDGET_EXCEEDED = "vtl.RegexBudgetExceeded";

const BASE_STEPS = 10_000_000;
/** Linear work on a large payload is legitimate, so the budget grows with the input. */
const STEPS_PER_UNIT = 16;

/** How many steps the matcher may still take; one budget covers a whole `replaceAll` or `split`. */
export class RegexBudget {
  steps: number;
  constructor(steps: number) {
    this.steps = steps;
  }

  /** The default: under a second of work for the input. */
  static for(input: string): RegexBudget {
    return new RegexBudget(BASE_STEPS + STEPS_PER_UNIT * input.length);
  }

  /** @throws JavaException vtl.RegexBudgetExceeded when fewer than `steps` are left. */
  spend(steps: number): void {
    this.steps -= steps;
    if (this.steps < 0) throw new JavaException(REGEX_BUDGET_EXCEEDED, "The regular expression takes too many steps");
  }
}
