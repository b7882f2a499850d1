import type { Value } from "../value.js";
import { entryOf } from "./entries.js";
import type { RenderState } from "./render-state.js";
import { contextOf, stageVariablesOf } from "./roots.js";

type Data = Readonly<Record<string, unknown>>;

/**
 * What the event has under a root, while the root's own map is not made yet: the map may be changed, the event not.
 * Nearly always that is texts, which are read as they are; anything else is read from the map.
 */
function textIn(data: Data | undefined, name: string): string | undefined {
  const value = data !== undefined && Object.hasOwn(data, name) ? data[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

function textWithin(data: Data | undefined, outer: string, name: string): string | undefined {
  const inner = data !== undefined && Object.hasOwn(data, outer) ? data[outer] : undefined;
  return typeof inner === "object" && inner !== null && !Array.isArray(inner) ? textIn(inner as Data, name) : undefined;
}

const contextData = ({ contextRoot, event }: RenderState) => (contextRoot === undefined ? event.context : undefined);

const variableData = ({ stageVariables, event }: RenderState) =>
  stageVariables === undefined ? event.stageVariables : undefined;

/** `$context.name`. */
export function contextText(state: RenderState, name: string): Value {
  return textIn(contextData(state), name) ?? entryOf(contextOf(state), name);
}

/** `$context.outer.name`. */
export function nestedContextText(state: RenderState, outer: string, name: string): Value {
  return textWithin(contextData(state), outer, name) ?? entryOf(entryOf(contextOf(state), outer), name);
}

/** `$stageVariables.name`. */
export function variableText(state: RenderState, name: string): Value {
  return textIn(variableData(state), name) ?? entryOf(stageVariablesOf(state), name);
}
