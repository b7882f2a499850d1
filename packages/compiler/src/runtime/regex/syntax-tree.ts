import type { CharSet } from "./char-set.js";

/** `max` of `*`, `+` and `{n,}`, as Java has it. */
export const UNBOUNDED = 0x7fffffff;

export type QuantifierMode = "greedy" | "lazy" | "possessive";

export type AssertionKind =
  | "inputStart"
  | "inputEnd"
  | "lineStart"
  | "unixLineStart"
  | "lineEnd"
  | "unixLineEnd"
  | "lastLineEnd"
  | "lastUnixLineEnd"
  | "previousMatchEnd"
  | "wordBoundary"
  | "unicodeWordBoundary"
  | "notWordBoundary"
  | "notUnicodeWordBoundary";

/** How a back-reference compares: exactly, ignoring ASCII case or ignoring Unicode case. */
export type CaseFolding = "none" | "ascii" | "unicode";

export interface Literal {
  readonly type: "literal";
  readonly codePoint: number;
}

export interface SetNode {
  readonly type: "set";
  readonly set: CharSet;
}

export interface Assertion {
  readonly type: "assertion";
  readonly kind: AssertionKind;
}

export interface BackReference {
  readonly type: "backReference";
  readonly group: number;
  readonly folding: CaseFolding;
}

/** `\R` */
export interface LineBreak {
  readonly type: "lineBreak";
}

/** `\X` */
export interface Grapheme {
  readonly type: "grapheme";
}

/** `\b{g}` */
export interface GraphemeBoundary {
  readonly type: "graphemeBoundary";
}

export interface Sequence {
  readonly type: "sequence";
  readonly nodes: readonly RegexNode[];
}

export interface Alternation {
  readonly type: "alternation";
  readonly branches: readonly RegexNode[];
}

export interface Group {
  readonly type: "group";
  /** Number of a capturing group, from 1; undefined for `(?:…)`. */
  readonly index: number | undefined;
  readonly body: RegexNode;
}

export interface AtomicGroup {
  readonly type: "atomic";
  readonly body: RegexNode;
}

export interface LookAhead {
  readonly type: "lookAhead";
  readonly negative: boolean;
  readonly body: RegexNode;
}

export interface LookBehind {
  readonly type: "lookBehind";
  readonly negative: boolean;
  readonly body: RegexNode;
  /** Shortest and longest length of the body. */
  readonly min: number;
  readonly max: number;
  /** Whether the lengths count code points; UTF-16 units unless the pattern contains supplementary characters. */
  readonly inCodePoints: boolean;
}

/** `?` or `{0,1}`; unlike another repetition it also takes an empty match of the body, with its captures. */
export interface Optional {
  readonly type: "optional";
  readonly body: RegexNode;
  readonly mode: QuantifierMode;
}

export interface Quantified {
  readonly type: "quantified";
  readonly body: RegexNode;
  readonly min: number;
  readonly max: number;
  readonly mode: QuantifierMode;
}

export type RegexNode =
  | Literal
  | SetNode
  | Assertion
  | BackReference
  | LineBreak
  | Grapheme
  | GraphemeBoundary
  | Sequence
  | Alternation
  | Group
  | AtomicGroup
  | LookAhead
  | LookBehind
  | Optional
  | Quantified;
