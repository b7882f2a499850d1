import { JavaException, type Value } from "../value.js";
import { ForeachScope } from "./foreach-scope.js";

/** `#stop` where it cannot simply return. */
export const STOP = Symbol("#stop");
/** `#break` where it cannot simply leave the loop: it ends the nearest loop or block. */
export const BREAK = Symbol("#break");

const NOT_A_SCOPE = "vtl.NotAScope";

/**
 * `#break($foreach.parent)`: ends the loop of that scope, through the loops, blocks and macros between. In Velocity too
 * it is an exception, which reaches the caller if that loop is over.
 */
class BreakTo extends JavaException {
  readonly scope: ForeachScope;

  constructor(scope: ForeachScope) {
    super(NOT_A_SCOPE, "#break was given the scope of a loop that is over");
    this.scope = scope;
  }
}

export function breakTo(scope: Value): BreakTo {
  if (scope instanceof ForeachScope) return new BreakTo(scope);
  throw new JavaException(NOT_A_SCOPE, "#break was given something that is not a scope such as $foreach");
}

/** Whether a loop with that scope ends with what was thrown in it. */
export function breaks(error: unknown, scope: ForeachScope | null): boolean {
  return error === BREAK || (error instanceof BreakTo && error.scope === scope);
}

/** Whether what was thrown ends the template in good order; its output so far stands. */
export function endsTemplate(error: unknown): boolean {
  return error === STOP || error === BREAK;
}
