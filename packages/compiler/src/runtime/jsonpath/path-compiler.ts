import type { Value } from "../value.js";
import type { Evaluation, Step } from "./evaluation.js";
import { PATH_NOT_FOUND } from "./exceptions.js";
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

export function compileWalk(path: PathSyntax): CompiledWalk {
  const first = compileTokens(path.tokens);
  const definite = isDefinite(path);
  return (start, evaluation, requiresProperties) => {
    const results: Value[] = [];
    first(start, { evaluation, results, requiresProperties });
    if (!definite) return results;
    const result = results[0];
    if (result === undefined) throw PATH_NOT_FOUND;
    return result;
  };
}

const addResult: Step = (value, walk) => {
  walk.results.push(value);
};

function compileTokens(tokens: readonly PathToken[]): Step {
  const last = tokens.length - 1;
  const firstIndefinite = tokens.findIndex((token, index) => !isDefiniteToken(token, index === last));
  // steps[i] applies the tokens from i on.
  const steps: Step[] = [];
  steps[tokens.length] = addResult;
  for (let index = last; index >= 0; index--) {
    const token = tokens[index]!;
    const next = steps[index + 1]!;
    steps[index] =
      token.kind === "scan"
        ? scanStep(tokens[index + 1]!, next, index + 1 === last ? undefined : steps[index + 2])
        : compileToken(token, {
            next,
            isLast: index === last,
            isUpstreamDefinite: firstIndefinite === -1 || index <= firstIndefinite,
          });
  }
  return steps[0]!;
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
