import { mapGet } from "../collections/map.js";
import { isList, isMap, JavaException, type Value } from "../value.js";
import { Evaluation } from "./evaluation.js";
import { PATH_NOT_FOUND } from "./exceptions.js";
import { type CompiledWalk, compileWalk } from "./path-compiler.js";
import { parsePath } from "./path-parser.js";
import type { PathSyntax } from "./path-syntax.js";

/** A property name or an index, which counts from the end if negative. */
export type DefiniteStep = string | number;

/** A compiled Jayway JSONPath. */
export class JsonPath {
  readonly #steps: readonly DefiniteStep[] | undefined;
  readonly #walk: CompiledWalk;

  constructor(path: PathSyntax) {
    this.#steps = stepsOf(path);
    this.#walk = compileWalk(path);
  }

  /**
   * The value that a definite path leads to, `undefined` if there is none; a new JSON array of all values if the path
   * is indefinite. Throws JavaException for what is more than "not there", such as a filter on a string.
   */
  read(document: Value): Value | undefined {
    if (this.#steps !== undefined) return follow(this.#steps, document);
    try {
      return this.#walk(document, new Evaluation(document), false);
    } catch (error) {
      if (error === PATH_NOT_FOUND) return undefined;
      throw error;
    }
  }
}

function follow(steps: readonly DefiniteStep[], document: Value): Value | undefined {
  let value: Value | undefined = document;
  for (const step of steps) {
    if (typeof step === "string") value = isMap(value) ? mapGet(value, step) : undefined;
    else value = isList(value) ? value[step < 0 ? value.length + step : step] : undefined;
    if (value === undefined) return undefined;
  }
  return value;
}

function stepsOf(path: PathSyntax): DefiniteStep[] | undefined {
  const steps: DefiniteStep[] = [];
  for (const token of path.tokens) {
    if (token.kind === "property" && token.names.length === 1) steps.push(token.names[0]!);
    else if (token.kind === "index" && token.indexes.length === 1) steps.push(token.indexes[0]!);
    else return undefined;
  }
  return steps;
}

/** What a path does if it has only single properties and indexes; undefined for other and for invalid paths. */
export function definiteSteps(path: string): DefiniteStep[] | undefined {
  try {
    return stepsOf(parsePath(path));
  } catch (error) {
    if (error instanceof JavaException) return undefined;
    throw error;
  }
}

/** Templates build paths from data, so not all of them can be kept. */
const CACHED_PATHS = 400;
const cache = new Map<string, JsonPath>();

/** Throws InvalidPathException; IllegalArgumentException for an empty path. */
export function compilePath(path: string): JsonPath {
  const known = cache.get(path);
  if (known !== undefined) {
    // A Map keeps its keys in order of insertion: the first one is the one that was not used for longest.
    cache.delete(path);
    cache.set(path, known);
    return known;
  }
  if (path === "") throw new JavaException("java.lang.IllegalArgumentException", "json can not be null or empty");
  const compiled = new JsonPath(parsePath(path));
  cache.set(path, compiled);
  if (cache.size > CACHED_PATHS) cache.delete(cache.keys().next().value!);
  return compiled;
}
