import type { Value } from "../value.js";
import type { Evaluation, Step } from "./evaluation.js";
import { isIndexOutOfBounds, PATH_NOT_FOUND } from "./exceptions.js";
import { compileFilter } from "./filter-compiler.js";
import { filterStep } from "./filter-step.js";
import { functionStep } from "./path-functions.js";
import { isDefinite, isDefiniteToken, type PathSyntax, type PathToken } from "./path-syntax.js";
import { scanStep } from "./scan-step.js";
import { indexStep, mergeStep, propertiesStep, type StepContext, sliceStep, wildcardStep } from "./steps.js";

/**
 * Follows a path from `start` on and gives its value, or the list of its values if it is indefinite.
 * Throws PATH_NOT_FOUND, InvalidPathException where a filter meets a primitive, and what functions throw.
 */
export type CompiledWalk = (start: Value, evaluation: Evaluation, requiresProperties: boolean) => Value;

/** `tokens` are those to follow where a function has rewritten the path; it stays as definite as it was. */
export function compileWalk(path: PathSyntax, tokens = path.tokens): CompiledWalk {
  const first = compileTokens(tokens, path);
  const definite = isDefinite(path);
  return (start, evaluation, requiresProperties) => {
    const results: Value[] = [];
    first(start, { evaluation, results, requiresProperties });
    if (!definite) return results;
    const result = results.at(-1);
    if (result === undefined) throw PATH_NOT_FOUND;
    return result;
  };
}

const addResult: Step = (value, walk) => {
  walk.results.push(value);
};

function compileTokens(tokens: readonly PathToken[], path: PathSyntax): Step {
  const last = tokens.length - 1;
  const firstIndefinite = tokens.findIndex((token, index) => !isDefiniteToken(token, index === last));
  const lastFunction = tokens.map(({ kind }) => kind).lastIndexOf("function");
  // steps[i] applies the tokens from i on.
  const steps: Step[] = [];
  steps[tokens.length] = addResult;
  for (let index = last; index >= 0; index--) {
    const token = tokens[index]!;
    const next = steps[index + 1]!;
    if (token.kind === "scan") {
      steps[index] = scanStep(tokens[index + 1], next, tokens[index + 2], steps[index + 2]);
      continue;
    }
    const isScanned = index === last && tokens[index - 2]?.kind === "scan";
    steps[index] = compileToken(token, {
      next,
      nextOfMember: isScanned ? addAtScannedIndex(token, path.tokens.at(-2)) : next,
      nextOfItem: index < lastFunction ? skipOutOfBounds(next) : next,
      isLast: index === last,
      isUpstreamDefinite: path.isInverted !== true && (firstIndefinite === -1 || index <= firstIndefinite),
    });
  }
  return steps[0]!;
}

/**
 * `$..[0].a` is `a` of the items with that index: Jayway skips the token after the scan in lists, but notes the index
 * of the item on the token after it, where it stays, and asks at the end of the path whether it is that of the last
 * token but one.
 */
function addAtScannedIndex(token: PathToken, lastButOne: PathToken | undefined): Step {
  const wanted = lastButOne?.kind === "index" && lastButOne.indexes.length === 1 ? lastButOne.indexes[0] : undefined;
  return (value, walk) => {
    const index = walk.evaluation.scannedIndexes.get(token);
    if (index === undefined || index === wanted) walk.results.push(value);
  };
}

/** Jayway catches what the access to an item throws, and with it what functions further on throw. */
function skipOutOfBounds(next: Step): Step {
  return (value, walk) => {
    try {
      next(value, walk);
    } catch (error) {
      if (!isIndexOutOfBounds(error)) throw error;
    }
  };
}

function compileToken(token: Exclude<PathToken, { kind: "scan" }>, context: StepContext): Step {
  switch (token.kind) {
    case "property":
      return token.names.length > 1 && context.isLast
        ? mergeStep(token.names, context)
        : propertiesStep(token.names, context);
    case "index":
      return indexStep(token.indexes, context);
    case "slice":
      return sliceStep(token.from, token.to, context);
    case "wildcard":
      return wildcardStep(context);
    case "filter":
      return filterStep(compileFilter(token.filter), context);
    case "function":
      return functionStep(token, context);
  }
}
