import type { Located } from "./source-document.js";

/** Knows what the expressions of a format stand for: intrinsics, variables, references to other resources. */
export interface Evaluator {
  /**
   * What a node stands for, never an intrinsic: a node of kind `expression` where only the deployment can tell.
   * `undefined`: nothing at all (`AWS::NoValue`).
   */
  settle(located: Located): Located | undefined;
  /** What a node refers to, with conditions left undecided; itself if it is no reference. */
  follow?(located: Located): Located | undefined;
  /** The text of an expression that stands within a string; `undefined` where only the deployment can tell. */
  expression(source: string, within: Located): string | undefined;
  /** Why an expression has no value, if that is not because only the deployment knows it. */
  unknown?(source: string, at: Located): string | undefined;
}
