import type { Expression, IndexStep, MethodStep, Reference, ReferenceStep } from "@apigw-vtl/compiler";
import { rootSymbol } from "../values/input-symbol.js";
import { nullValue, symbolValue, unionOf, type Value } from "../values/value.js";
import { elementAt } from "./elements.js";
import type { Machine } from "./machine.js";
import { callMethod } from "./methods.js";
import { readProperty } from "./properties.js";
import type { State } from "./state.js";

export type Evaluate = (machine: Machine, node: Expression, state: State) => Value;

/** What a reference may be; null where it leads nowhere. */
export function readReference(machine: Machine, node: Reference, state: State, evaluate: Evaluate): Value {
  return readSteps(machine, node, state, evaluate).at(-1)!;
}

/** What a reference may be before each of its steps and, last, as a whole. */
export function readSteps(machine: Machine, node: Reference, state: State, evaluate: Evaluate): readonly Value[] {
  let value = state.variable(node.name) ?? rootValue(node.name, state);
  const values = [value];
  for (const step of node.steps) {
    value = readStep(machine, value, step, state, evaluate);
    values.push(value);
  }
  return values;
}

/** What a step leads to from each thing that the value may be. */
function readStep(machine: Machine, value: Value, step: ReferenceStep, state: State, evaluate: Evaluate): Value {
  if (step.type === "PropertyStep") return unionOf(value, (one) => readProperty(machine, one, step.name, state));
  const args = argumentsOf(step).map((argument) => evaluate(machine, argument, state));
  if (step.type === "IndexStep") return unionOf(value, (one) => elementAt(machine, one, args[0]!, state));
  return unionOf(value, (one) => callMethod({ machine, state, one, name: step.name, args }));
}

function argumentsOf(step: MethodStep | IndexStep): readonly Expression[] {
  return step.type === "IndexStep" ? [step.index] : step.arguments;
}

const roots: Readonly<Record<"input" | "util" | "method", Value>> = {
  input: [{ kind: "root", name: "input" }],
  util: [{ kind: "root", name: "util" }],
  method: [{ kind: "root", name: "method" }],
};

function rootValue(name: string, state: State): Value {
  switch (name) {
    case "input":
    case "util":
    case "method":
      return roots[name];
    case "context":
      return symbolValue(rootSymbol("context"));
    case "stageVariables":
      return symbolValue(rootSymbol("stageVariables"));
    case "foreach":
      return state.loops.length === 0 ? nullValue : [{ kind: "root", name: "foreach", depth: state.loops.length - 1 }];
    case "velocityCount":
      return state.loops.at(-1)?.count ?? nullValue;
    case "velocityHasNext": {
      const round = state.loops.at(-1);
      return round === undefined ? nullValue : [{ kind: "boolean", value: round.hasNext }];
    }
    default:
      return nullValue;
  }
}
