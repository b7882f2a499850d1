import { print } from "../object/print.js";
import { isList, isMap } from "../value.js";
import type { Step } from "./evaluation.js";
import { invalidPath } from "./exceptions.js";
import type { Predicate } from "./filter-compiler.js";
import type { StepContext } from "./steps.js";

/** `[?( )]`: the items of a list that it selects; a map is selected or not as a whole. */
export function filterStep(accepts: Predicate, context: StepContext): Step {
  return (value, walk) => {
    if (isMap(value)) {
      if (accepts(value, walk.evaluation)) context.next(value, walk);
    } else if (isList(value)) {
      for (const item of value) if (accepts(item, walk.evaluation)) context.nextOfItem(item, walk);
    } else if (context.isUpstreamDefinite) {
      throw invalidPath(`Filter: [?] can not be applied to primitives. Current context is: ${print(value)}`);
    }
  };
}
