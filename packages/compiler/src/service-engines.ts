import { describeFailure } from "./render-failure.js";
import { parseJson } from "./runtime/json/parse.js";
import { toJson } from "./runtime/json/print.js";
import { compilePath } from "./runtime/jsonpath/index.js";
import { defaultLimits } from "./runtime/operations/render-state.js";
import { compilePattern, exampleOf } from "./runtime/regex/index.js";
import type { Value } from "./runtime/value.js";
import { withWork } from "./runtime/work.js";

// The gateway uses the engines of templates outside of templates too. These are their doors.

/**
 * Whether a Java regular expression matches the whole text. `undefined` when Java refuses the pattern, or backtracks
 * on this text without end.
 */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  return orUndefined(() => compilePattern(pattern).matches(text));
}

/** Whether a Java regular expression matches a part of the text, as `pattern` of a model asks; else as `matchesWhole`. */
export function matchesPart(pattern: string, text: string): boolean | undefined {
  return orUndefined(() => compilePattern(pattern).find(text) !== undefined);
}

/** A short text that a Java regular expression matches a part of; `undefined` where none is found easily. */
export function exampleOfPattern(pattern: string): string | undefined {
  return orUndefined(() => exampleOf(pattern));
}

/** A text as the service reads it: json-smart in permissive mode, with Jayway's JSONPath. */
export class PermissiveJson {
  readonly #document: Value;

  private constructor(document: Value) {
    this.#document = document;
  }

  /** `undefined` for what even json-smart refuses; a text that is no JSON at all is a string. */
  static parse(text: string): PermissiveJson | undefined {
    return orUndefined(() => new PermissiveJson(parseJson(text)));
  }

  /** The Integer or Long that a path such as `$.statusCode` leads to. */
  integer(path: string): number | undefined {
    const value = this.#read(path);
    return typeof value === "number" && Number.isInteger(value) ? value : undefined;
  }

  /** What a path leads to: a string as it is, anything else as compact JSON; `undefined` for null and nothing. */
  text(path: string): string | undefined {
    const value = this.#read(path);
    if (value === undefined || value === null) return undefined;
    return typeof value === "string" ? value : toJson(value);
  }

  #read(path: string): Value | undefined {
    return orUndefined(() => compilePath(path).read(this.#document));
  }
}

/** Parsing and searching one document may cost what a rendering may. */
function orUndefined<Result>(run: () => Result): Result | undefined {
  try {
    return withWork(defaultLimits.steps, run);
  } catch (error) {
    if (describeFailure(error) !== undefined) return undefined;
    throw error;
  }
}
