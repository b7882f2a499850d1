import { ContextRoot } from "../roots/context.js";
import { importMap } from "../roots/import-data.js";
import { buildMethod } from "../roots/method.js";
import type { JavaMap } from "../value.js";
import type { RenderState } from "./render-state.js";

/** `$context`, which the template may change. */
export function contextOf(state: RenderState): JavaMap {
  state.contextRoot ??= new ContextRoot(state.event.context);
  return state.contextRoot.map;
}

/** `$stageVariables`. */
export function stageVariablesOf(state: RenderState): JavaMap {
  state.variableMap ??= importMap(state.event.stageVariables);
  return state.variableMap;
}

/** `$method`. */
export function methodOf(state: RenderState): JavaMap {
  return buildMethod(state.event);
}

/** The variables of plain Velocity: each entry of the event's `context`. */
export function entriesOf(state: RenderState): JavaMap {
  return importMap(state.event.context);
}
