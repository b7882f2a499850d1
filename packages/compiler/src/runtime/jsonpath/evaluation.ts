import type { Value } from "../value.js";
import { work } from "../work.js";
import type { RewrittenPath } from "./bound-argument.js";
import { jsonPathFailure } from "./exceptions.js";
import type { FilterValue } from "./filter-value.js";
import type { PathSyntax, PathToken } from "./path-syntax.js";

/**
 * Values one path may look at. A body of 10 MB has at most five million, but several `..` in one path look at each of
 * them many times.
 */
const MAX_VISITS = 20_000_000;

/** One reading of a document: what is common to a path and to those in its filters. */
export class Evaluation {
  readonly document: Value;
  /** What paths in filters that start with `$` gave; they are read once. */
  readonly documentValues = new Map<PathSyntax, FilterValue>();
  /** What Jayway notes on the tokens of a path, see `addAtScannedIndex`. */
  readonly scannedIndexes: Map<PathToken, number>;
  /** See `PathArgument`. */
  readonly rewrittenArguments: Map<PathSyntax, RewrittenPath>;
  readonly boundArguments = new Map<PathSyntax, { readonly version: number; readonly value: Value }>();
  /** How often the path has appended to a list, which may be one of the document. */
  version = 0;
  #visits = 0;

  constructor(document: Value, around?: Evaluation) {
    this.document = document;
    this.scannedIndexes = around?.scannedIndexes ?? new Map();
    this.rewrittenArguments = around?.rewrittenArguments ?? new Map();
  }

  /** The same reading, in another document. */
  of(document: Value): Evaluation {
    return new Evaluation(document, this);
  }

  /** To be called for each value that a path looks at among others. Throws JsonPathException when there are too many. */
  visit(count = 1): void {
    work(count);
    this.#visits += count;
    if (this.#visits > MAX_VISITS) throw jsonPathFailure(`The path looks at more than ${MAX_VISITS} values`);
  }
}

/** One path on its way through the document. */
export interface Walk {
  readonly evaluation: Evaluation;
  /** What has been found so far. */
  readonly results: Value[];
  /** Whether a missing property anywhere is PathNotFoundException: so for "has a …" in filters. */
  readonly requiresProperties: boolean;
}

/** Follows the rest of a path from a value on; adds to the results. Throws PATH_NOT_FOUND. */
export type Step = (value: Value, walk: Walk) => void;
