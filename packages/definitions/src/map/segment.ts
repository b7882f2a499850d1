import type { Literal } from "./literal.js";
import type { HoleConstruct, HoleRange, TextRange } from "./piece.js";

/**
 * A run of template text and the host text it comes from. `fixed` text has no characters of its own in the host (the
 * separator of a join, the punctuation that `jsonencode` adds): its host range is the expression that makes it.
 */
export interface Segment extends TextRange {
  readonly kind: "verbatim" | "escape" | "hole" | "fixed";
  readonly hostStart: number;
  readonly hostEnd: number;
  /** Index of the literal that holds the segment, -1 if none does. */
  readonly literal: number;
}

/** A host expression within the template; `start` and `end` delimit its placeholder in the template's text. */
export interface Hole extends HoleRange {
  readonly construct: HoleConstruct;
  readonly expression: string;
  readonly hostStart: number;
  readonly hostEnd: number;
}

/** A text assembled from a host's literals. Segments tile the text in order. */
export interface EmbeddedText {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly holes: readonly Hole[];
  readonly literals: readonly Literal[];
}
