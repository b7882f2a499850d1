import { mapHas, mapValues } from "../collections/map.js";
import { isList, isMap, type Value } from "../value.js";
import type { Evaluation, Step } from "./evaluation.js";
import { invalidScan } from "./exceptions.js";
import { compileFilter } from "./filter-compiler.js";
import type { PathToken } from "./path-syntax.js";

/**
 * `..`: applies the next token to the value and to everything in it, each before what it contains. `next` and
 * `afterNext` are the steps of the next token and of the one after it; undefined where there is none.
 */
export function scanStep(
  token: PathToken | undefined,
  next: Step,
  afterToken: PathToken | undefined,
  afterNext: Step | undefined,
): Step {
  if (token === undefined) {
    return () => {
      throw invalidScan();
    };
  }
  const matches = scanMatcher(token, afterToken === undefined);
  return (start, walk) => {
    const pending: Value[] = [start];
    for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
      const members = isMap(value) ? mapValues(value) : isList(value) ? value : undefined;
      if (members === undefined) continue;
      // What a function appends to a list that is being scanned is scanned too.
      walk.evaluation.visit(1 + members.length);
      if (matches(value, walk.evaluation)) {
        if (isList(value) && afterToken !== undefined && afterNext !== undefined) {
          // In a list Jayway skips the token, see `addAtScannedIndex`.
          for (const [index, item] of value.entries()) {
            walk.evaluation.scannedIndexes.set(afterToken, index);
            afterNext(item, walk);
          }
        } else {
          next(value, walk);
        }
      }
      for (let index = members.length - 1; index >= 0; index--) pending.push(members[index]!);
    }
  };
}

/** Which maps and lists the token is tried on. */
function scanMatcher(token: PathToken, isLast: boolean): (value: Value, evaluation: Evaluation) => boolean {
  switch (token.kind) {
    case "property": {
      const { names } = token;
      if (names.length > 1 && !isLast) return isMap;
      return (value) => isMap(value) && names.every((name) => mapHas(value, name));
    }
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
