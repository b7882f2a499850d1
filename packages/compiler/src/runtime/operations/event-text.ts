import type { Value } from "../value.js";
import { property } from "./access.js";
import type { RenderState } from "./render-state.js";

type Root = "context" | "stageVariables";

/** `$context.name`: the text as the event has it; anything but a text is read from the root's map. */
export function eventText(state: RenderState, root: Root, name: string): Value {
  const event = state.untouched(root);
  if (event !== undefined && Object.hasOwn(event, name)) {
    const value = event[name];
    if (typeof value === "string") return value;
  }
  return property(state[root], name);
}

/** `$context.outer.name`. */
export function nestedEventText(state: RenderState, root: Root, outer: string, name: string): Value {
  const event = state.untouched(root);
  if (event !== undefined && Object.hasOwn(event, outer)) {
    const inner = event[outer];
    if (typeof inner === "object" && inner !== null && !Array.isArray(inner) && Object.hasOwn(inner, name)) {
      const value = (inner as Readonly<Record<string, unknown>>)[name];
      if (typeof value === "string") return value;
    }
  }
  return property(property(state[root], outer), name);
}
