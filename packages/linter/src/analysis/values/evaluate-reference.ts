import type { Expression, Reference, ReferenceStep } from "@apigw-vtl/compiler";
import { loopRoots } from "../scopes.js";
import { isMissing, type Value } from "../value.js";
import type { FlowState } from "./flow-state.js";
import { stepsOfJsonPath } from "./json-path.js";
import { booleanValue, constantOf, emptyValue, makeValue, numberValue, textValue } from "./make-value.js";
import { methodResult } from "./method-results.js";
import { bodyValue, contextValue, loopMember, parametersValue, stageVariableValue } from "./service-roots.js";
import { utilFunctions, utilResult } from "./util-functions.js";

/** A value, or one of the service's objects that only their members give a value of. */
type Receiver = Value | "input" | "util" | "foreach" | "multi-value" | "multi-value-map";

export type Evaluate = (expression: Expression) => Value;

/** The value of a reference before each of its steps and, last, of the whole. */
export function evaluateReference(reference: Reference, state: FlowState, evaluate: Evaluate): readonly Value[] {
  let receiver = rootOf(reference.name, state);
  const values: Value[] = [visibleValue(receiver)];
  for (const step of reference.steps) {
    const args = step.type === "MethodStep" ? step.arguments.map(evaluate) : [];
    const index = step.type === "IndexStep" ? evaluate(step.index) : undefined;
    receiver = take(receiver, step, args, index);
    values.push(visibleValue(receiver));
  }
  return values;
}

function rootOf(name: string, state: FlowState): Receiver {
  const assigned = state.valueOf(name);
  if (assigned) return assigned;
  if (name === "input" || name === "util") return name;
  if (name === "context") return contextValue([]);
  if (name === "stageVariables") return stageVariableValue([]);
  if (name === "method") return "multi-value";
  if (!loopRoots.has(name) || state.loops === 0) return emptyValue;
  return name === "foreach" ? "foreach" : name === "velocityCount" ? numberValue() : booleanValue();
}

/** The service's objects print nothing. */
function visibleValue(receiver: Receiver): Value {
  return typeof receiver === "string" ? makeValue(["object"], "constant") : receiver;
}

function take(receiver: Receiver, step: ReferenceStep, args: readonly Value[], index: Value | undefined): Receiver {
  switch (receiver) {
    case "input":
      return step.type === "IndexStep" ? emptyValue : inputMember(step, args);
    case "util":
      return step.type === "MethodStep" && utilFunctions.has(step.name)
        ? utilResult(step.name, args[0] ?? emptyValue)
        : emptyValue;
    case "foreach":
      if (step.type === "PropertyStep") return loopMember(step.name);
      return step.type === "MethodStep"
        ? loopMember(step.name.replace(/^(?:get|is)(?=[A-Z])/, "").replace(/^./, (c) => c.toLowerCase()))
        : emptyValue;
    case "multi-value":
      return step.type === "PropertyStep" && step.name.startsWith("multivalue") ? "multi-value-map" : "multi-value";
    case "multi-value-map":
      return step.type === "MethodStep" && step.name === "keySet"
        ? methodResult(makeValue(["map"], "caller"), "keySet", [])
        : makeValue(["empty", "list"], "caller", { item: textValue("caller") });
    default:
      return memberOf(receiver, step, args, index);
  }
}

function inputMember(step: Exclude<ReferenceStep, { type: "IndexStep" }>, args: readonly Value[]): Receiver {
  if (step.name === "body" || step.name === "getBody") {
    return makeValue(["string"], "caller", { origin: { root: "input-text", path: [] } });
  }
  if (step.type === "PropertyStep") return emptyValue;
  const argument = args[0] && constantOf(args[0]);
  const path = argument === undefined ? undefined : stepsOfJsonPath(argument);
  switch (step.name) {
    case "path":
      return path ? bodyValue(path) : makeValue(bodyValue(["?"]).kinds, "caller");
    case "json":
      return makeValue(["string"], "json", path ? { origin: { root: "input-text", path } } : {});
    case "params":
      if (step.arguments.length === 0) return parametersValue([]);
      return argument === undefined ? textValue("caller") : parametersValue(["any", argument]);
    default:
      return emptyValue;
  }
}

/** What the empty string does not have. */
const methodsOfMaps = new Set(["keySet", "entrySet", "values", "containsKey", "containsValue", "put", "putAll"]);
const methodsOfLists = new Set(["size", "iterator", "add", "addAll", "remove", "clear", "subList", "toArray"]);

function memberOf(receiver: Value, step: ReferenceStep, args: readonly Value[], index: Value | undefined): Value {
  const ofEntry = step.type === "IndexStep" ? undefined : entryMember(receiver, step.name);
  if (ofEntry) return ofEntry;
  if (step.type === "PropertyStep") {
    // `$text.empty` is `isEmpty()`; a map would be asked for its member.
    const isText = !receiver.kinds.has("map") && step.name === "empty";
    return isText ? booleanValue() : keyed(receiver, step.name);
  }
  if (step.type === "IndexStep") return keyed(receiver, index && constantOf(index));
  if (step.name === "get") return keyed(receiver, args[0] && constantOf(args[0]));
  if (isMissing(receiver)) {
    if (step.name === "toString" || step.name === "trim") return emptyValue;
    if (methodsOfMaps.has(step.name) || methodsOfLists.has(step.name)) return emptyValue;
  }
  if (step.name === "entrySet") return entriesOf(receiver);
  return methodResult(receiver, step.name, args);
}

function entriesOf(receiver: Value): Value {
  const { nature } = receiver;
  const entry = makeValue(["object"], nature, { item: keyed(receiver, undefined) });
  return makeValue(["range"], nature, { made: true, item: entry });
}

/** What an entry of a map holds: `item` is the map's member. */
function entryMember({ kinds, nature, item }: Value, name: string): Value | undefined {
  if (kinds.size !== 1 || !kinds.has("object") || item === undefined) return undefined;
  if (name === "key" || name === "getKey") return makeValue(["string"], nature);
  return name === "value" || name === "getValue" ? item : undefined;
}

/** A member of a map or list; `key` is undefined when it is computed. */
function keyed(receiver: Value, key: string | undefined): Value {
  const { origin } = receiver;
  if (origin) {
    const path = [...origin.path, key ?? "*"];
    switch (origin.root) {
      case "body":
        return bodyValue(path);
      case "params":
        return origin.path.length < 2 ? parametersValue(path) : emptyValue;
      case "context":
        return contextValue(path);
      case "stageVariables":
        return stageVariableValue(path);
      case "input-text":
        return emptyValue;
    }
  }
  if (receiver.item) return receiver.item;
  const holdsMembers = ["map", "list", "range", "object"].some((kind) => receiver.kinds.has(kind as "map"));
  return holdsMembers ? makeValue(bodyValue(["?"]).kinds, receiver.nature) : emptyValue;
}
