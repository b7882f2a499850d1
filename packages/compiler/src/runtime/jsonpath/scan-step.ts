import { mapHas, mapValues } from "../collections/map.js";
import { isList, isMap, type Value } from "../value.js";
import type { Evaluation, Step } from "./evaluation.js";
import { compileFilter } from "./filter-compiler.js";
import type { PathToken } from "./path-syntax.js";

/**
 * `..`: applies the next token to the value and to everything in it, each before what it contains.
 * `next` is the step of that token; `afterNext` that of the token after it, undefined if there is none.
 */
export function scanStep(token: PathToken, next: Step, afterNext: Step | undefined): Step {
  const matches = scanMatcher(token);
  return (start, walk) => {
    const pending: Value[] = [start];
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      const members = isMap(value) ? mapValues(value) : isList(value) ? value : undefined;
      if (members === undefined) continue;
      walk.evaluation.visit();
      if (matches(value, walk.evaluation)) {
        // In a list Jayway skips the token: `$..[0].a` is the `a` of all items.
        if (isList(value) && afterNext !== undefined) for (const item of value) afterNext(item, walk);
        else next(value, walk);
      }
      for (let index = members.length - 1; index >= 0; index--) pending.push(members[index]!);
    }
  };
}

/** Which maps and lists the token is tried on. */
function scanMatcher(token: PathToken): (value: Value, evaluation: Evaluation) => boolean {
  switch (token.kind) {
    case "property":
      return (value) => isMap(value) && token.names.every((name) => mapHas(value, name));
    case "index":
    case "slice":
      return isList;
    case "wildcard":
      return () => true;
    case "filter":
      return compileFilter(token.filter);
    default:
      return () => false;
  }
}
