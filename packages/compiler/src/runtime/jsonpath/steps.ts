import { mapGet, mapPut, mapValues, newMap } from "../collections/map.js";
import { isList, isMap, type JavaList, type Value } from "../value.js";
import type { Step } from "./evaluation.js";
import { PATH_NOT_FOUND } from "./exceptions.js";

/** What a token is compiled with. */
export interface StepContext {
  /** Applies the tokens after it; adds a result if there are none. */
  readonly next: Step;
  /** The same for what a single name or a wildcard has found in a map. */
  readonly nextOfMember: Step;
  /** The same for items of a list. */
  readonly nextOfItem: Step;
  /** No token follows. */
  readonly isLast: boolean;
  /** All tokens before it are definite. A value that the token does not fit is then PATH_NOT_FOUND, else it is skipped. */
  readonly isUpstreamDefinite: boolean;
}

/** `.a`, or `['a','b']` before other tokens. */
export function propertiesStep(names: readonly string[], context: StepContext): Step {
  const { nextOfMember, isLast } = context;
  const isDefinite = context.isUpstreamDefinite && names.length === 1;
  return (value, walk) => {
    if (!isMap(value)) {
      if (context.isUpstreamDefinite) throw PATH_NOT_FOUND;
      return;
    }
    for (const name of names) {
      const found = mapGet(value, name);
      if (found !== undefined) nextOfMember(found, walk);
      else if (walk.requiresProperties || (isDefinite && !isLast)) throw PATH_NOT_FOUND;
    }
  };
}

/** `['a','b']` at the end: one map of those that are there. */
export function mergeStep(names: readonly string[], context: StepContext): Step {
  return (value, walk) => {
    if (!isMap(value)) {
      if (context.isUpstreamDefinite) throw PATH_NOT_FOUND;
      return;
    }
    const merged = newMap();
    for (const name of names) {
      const found = mapGet(value, name);
      if (found !== undefined) mapPut(merged, name, found);
      else if (walk.requiresProperties) throw PATH_NOT_FOUND;
    }
    context.next(merged, walk);
  };
}

/** `[0]`, `[-1]`, `[0,2]`: those that are there. */
export function indexStep(indexes: readonly number[], context: StepContext): Step {
  return (value, walk) => {
    const list = listOrSkip(value, context);
    for (const index of indexes) {
      const item = list[index < 0 ? list.length + index : index];
      if (item !== undefined) context.nextOfItem(item, walk);
    }
  };
}

/**
 * `[from:]`, `[:to]`, `[from:to]`. With both bounds only the indexes count from the end, not the bounds:
 * `[-1:1]` is the last item and the first, `[1:-1]` is nothing.
 */
export function sliceStep(from: number | undefined, to: number | undefined, context: StepContext): Step {
  return (value, walk) => {
    const list = listOrSkip(value, context);
    const { length } = list;
    let start = from ?? 0;
    if (start < 0 && to === undefined) start += length;
    let end = to ?? length;
    if (end < 0 && from === undefined) end += length;
    end = Math.min(end, length);
    const isBetween = from !== undefined && to !== undefined;
    for (let index = Math.max(start, isBetween ? -length : 0); index < end; index++) {
      const item = list[index < 0 ? length + index : index];
      walk.evaluation.visit();
      if (item !== undefined) context.nextOfItem(item, walk);
    }
  };
}

/** `*`; primitives have no members. An item of a list in which an argument of a function is not found is skipped. */
export function wildcardStep(context: StepContext): Step {
  return (value, walk) => {
    if (isMap(value)) {
      for (const member of mapValues(value)) {
        walk.evaluation.visit();
        context.nextOfMember(member, walk);
      }
    } else if (isList(value)) {
      for (const item of value) {
        walk.evaluation.visit();
        try {
          context.nextOfItem(item, walk);
        } catch (error) {
          if (error !== PATH_NOT_FOUND || walk.requiresProperties) throw error;
        }
      }
    }
  };
}

const NOTHING: JavaList = [];

function listOrSkip(value: Value, context: StepContext): JavaList {
  if (isList(value)) return value;
  if (context.isUpstreamDefinite) throw PATH_NOT_FOUND;
  return NOTHING;
}
