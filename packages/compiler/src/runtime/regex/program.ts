import type { AssertionTest } from "./assertions.js";
import type { IndexedSet } from "./indexed-set.js";
import type { CaseFolding } from "./syntax-tree.js";

/** The instructions of the matcher; each is followed by its operands in the code. "to" operands are addresses. */
export const Op = {
  /** unit: a UTF-16 unit that is no surrogate */
  unit: 0,
  /** set */
  set: 1,
  /** string */
  string: 2,
  /** to: try the next instruction, on failure continue there */
  split: 3,
  /** to */
  jump: 4,
  /** register: put the position there */
  open: 5,
  /** group register, register with the start */
  close: 6,
  /** set, min, max */
  runGreedy: 7,
  runLazy: 8,
  runPossessive: 9,
  /** count register, value */
  setCount: 10,
  /** count, start, min, max, to body, memo or -1 */
  loopGreedy: 11,
  loopLazy: 12,
  /** count, to body: one more iteration of a lazy loop */
  loopAgain: 13,
  /** memo: remember that the loop failed here */
  loopFailed: 14,
  /** count, min, max, mode, to exit: decides about an iteration that is never entered again once complete */
  iterate: 15,
  /** height, start */
  iterationStart: 16,
  /** to iterate, height, start, group register or -1 */
  iterationEnd: 17,
  /** height: remember the backtracking stack */
  mark: 18,
  /** height: forget all choices made since `mark` */
  cut: 19,
  /** height, position */
  lookAhead: 20,
  lookAheadEnd: 21,
  /** height, to: continue there when the body fails */
  notAhead: 22,
  /** height: the body matched, so fail */
  fail: 23,
  /** height, end, candidate, limit, min, max, in code points, is negative, to end */
  lookBehind: 24,
  /** to lookBehind: try the candidate start before */
  lookBehindRetry: 25,
  /** to lookBehind */
  lookBehindEnd: 26,
  /** assertion */
  assert: 27,
  /** group, folding */
  backReference: 28,
  lineBreak: 29,
  /** code point */
  codePoint: 30,
  never: 31,
  /** count, min, group register: the group keeps what it has captured now, if the loop went beyond its minimum */
  iterated: 32,
  grapheme: 33,
  graphemeBoundary: 34,
  match: 35,
} as const;

export const FOLDINGS: readonly CaseFolding[] = ["none", "ascii", "unicode"];

/** Values of the mode operand of `iterate`. */
export const IterationMode = { greedy: 0, lazy: 1, possessive: 2 } as const;

/** A pattern compiled for `Machine`. */
export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly IndexedSet[];
  readonly strings: readonly string[];
  readonly assertions: readonly AssertionTest[];
  /** Group bounds come first (start and end of group 0, 1, …), then the registers of loops. */
  readonly registerCount: number;
  readonly memoCount: number;
  /** Whether the code has an `iterated`. */
  readonly settlesGroups: boolean;
  /** No match is shorter. */
  readonly minLength: number;
  /** Whether a search passes over the middle of surrogate pairs. */
  readonly keepsPairs: boolean;
  /** Every match begins with one of these; undefined when unknown. */
  readonly firstSet: IndexedSet | undefined;
}
