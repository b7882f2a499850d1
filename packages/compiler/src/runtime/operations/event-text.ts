import { ContextRoot } from "../roots/context.js";
import { importContextData, importData } from "../roots/import-data.js";
import { isMap, type Value } from "../value.js";
import { entryOf } from "./entries.js";
import type { RenderState } from "./render-state.js";
import { contextOf, stageVariablesOf } from "./roots.js";
import { text } from "./text.js";

/**
 * What the event has under a root, while the root's own map is not made yet: the map may be changed, the event not.
 * Nearly always that is texts of plain objects, which generated code reads by itself, with V8's inline caches. All else
 * comes to the functions here; what is no text they read from the map, but if it is only printed: then there is no need
 * for one.
 */

type Data = Readonly<Record<string, unknown>>;

/** Of the event's context, until the template gets hold of it. */
export const contextData = ({ contextRoot, event }: RenderState): unknown =>
  contextRoot instanceof ContextRoot ? undefined : event.context;

/** Of the event's stage variables, likewise. */
export const variableData = ({ variableMap, event }: RenderState): unknown =>
  variableMap === undefined ? event.stageVariables : undefined;

/** Whether an object inherits no texts. */
export function isPlain(data: object): boolean {
  return Object.getPrototypeOf(data) === Object.prototype;
}

function ownMember(data: unknown, name: string): unknown {
  return isMap(data as Value) && Object.hasOwn(data as Data, name) ? (data as Data)[name] : undefined;
}

/** `$context.name`. */
export function contextText(state: RenderState, name: string): Value {
  const found = ownMember(contextData(state), name);
  return typeof found === "string" ? found : entryOf(contextOf(state), name);
}

/** `$context.outer.name`. */
export function nestedContextText(state: RenderState, outer: string, name: string): Value {
  const found = ownMember(ownMember(contextData(state), outer), name);
  return typeof found === "string" ? found : entryOf(entryOf(contextOf(state), outer), name);
}

/** `$stageVariables.name`. */
export function variableText(state: RenderState, name: string): Value {
  const found = ownMember(variableData(state), name);
  return typeof found === "string" ? found : entryOf(stageVariablesOf(state), name);
}

/** What `$context.name` prints. */
export function contextPrint(state: RenderState, name: string): string {
  const { contextRoot, event } = state;
  return text(
    contextRoot instanceof ContextRoot
      ? entryOf(contextRoot.map, name)
      : importContextData(ownMember(event.context, name)),
  );
}

/** What `$context.outer.name` prints. */
export function nestedContextPrint(state: RenderState, outer: string, name: string): string {
  const { contextRoot, event } = state;
  if (contextRoot instanceof ContextRoot) return text(entryOf(entryOf(contextRoot.map, outer), name));
  return text(importContextData(ownMember(ownMember(event.context, outer), name)));
}

/** What `$stageVariables.name` prints. */
export function variablePrint({ variableMap, event }: RenderState, name: string): string {
  return text(variableMap ? entryOf(variableMap, name) : importData(ownMember(event.stageVariables, name)));
}
