import type { Reference } from "@apigw-vtl/compiler";
import { below, type InputSymbol, rootSymbol } from "../values/input-symbol.js";
import { knownText, type Value } from "../values/value.js";
import { changeInput } from "./collection-methods.js";
import { evaluate } from "./expressions.js";
import type { Machine } from "./machine.js";
import { readReference } from "./references.js";
import { STATUS_OVERRIDE, type State } from "./state.js";

const RESPONSE_OVERRIDE = 'context."responseOverride"';

/** `#set($a.b = …)` and `#set($a['b'] = …)`. */
export function assign(machine: Machine, target: Reference, value: Value, state: State): void {
  evaluate(machine, target, state);
  const receiver = readReference(machine, { ...target, steps: target.steps.slice(0, -1) }, state, evaluate);
  const last = target.steps.at(-1)!;
  const name =
    last.type === "IndexStep"
      ? knownText(machine.resolve(evaluate(machine, last.index, state), state))
      : last.type === "PropertyStep"
        ? last.name
        : undefined;
  for (const one of receiver) {
    switch (one.kind) {
      case "symbol":
      case "map":
      case "list":
        changeInput(machine, overridden(one.symbol, name), [value]);
        if (name === "status" && one.symbol.key === RESPONSE_OVERRIDE) state.setVariable(STATUS_OVERRIDE, value);
        break;
      case "made":
        if (one.type === "map" && name !== undefined) machine.heap.put(one.site, name, value);
        else machine.heap.add(one.site, value);
        break;
      case "parameters":
        for (const root of ["header", "querystring", "path"] as const) changeInput(machine, rootSymbol(root), [value]);
        break;
      case "unknown":
        machine.doubt("#set of a part of something unknown", target.range);
        break;
      default:
        // Texts and numbers have no parts: nothing is set.
        break;
    }
  }
}

/** Of `$context` only the member that is set is changed: overrides are written far more often than read. */
function overridden(symbol: InputSymbol, name: string | undefined): InputSymbol {
  return symbol.root === "context" && name !== undefined ? below(symbol, { kind: "member", name }) : symbol;
}
