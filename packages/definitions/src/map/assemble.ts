import { ExpressionScanner } from "../holes/expression-scanner.js";
import { namePlaceholderFor, placeholderFor } from "../holes/placeholder.js";
import { isSerialized } from "../holes/serialized.js";
import type { Literal } from "./literal.js";
import type { HoleConstruct, HolePiece, Piece, TextRange } from "./piece.js";
import type { EmbeddedText, Hole, Segment } from "./segment.js";

/** One operand of the host expression that makes a template. */
export type Part =
  | { readonly kind: "literal"; readonly literal: Literal; readonly pieces: readonly Piece[] }
  | { readonly kind: "expression"; readonly hole: HolePiece }
  /** Literal text that the host rewrites (`jsonencode`): mapped, but not to be edited in place. */
  | { readonly kind: "rewritten"; readonly pieces: readonly Piece[] }
  | (TextRange & { readonly kind: "fixed"; readonly text: string });

/** A hole named as the host writes it. */
export function expressionPart({ start, end }: TextRange, construct: HoleConstruct, expression: string): Part {
  return { kind: "expression", hole: { kind: "hole", construct, expression, source: expression, start, end } };
}

/** How far back a reference is looked for. */
const LONGEST_REFERENCE = 200;

/** What ends where a property's name is due: `$body.`, `${body.items().`. */
const BEFORE_PROPERTY = /\$!?\{?[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*|\([^()]*\)|\[[^\][]*\])*\.$/;

/** Joins the parts into one text with its map. Holes are filled with placeholders, unless `fill` knows what they become. */
export function assemble(parts: readonly Part[], fill?: (expression: string) => string): EmbeddedText {
  const segments: Segment[] = [];
  const holes: Hole[] = [];
  const literals: Literal[] = [];
  const scanner = new ExpressionScanner();
  let text = "";
  const add = (kind: Segment["kind"], added: string, host: TextRange, literal: number): void => {
    if (added === "") return;
    const start = text.length;
    text += added;
    segments.push({ kind, start, end: text.length, hostStart: host.start, hostEnd: host.end, literal });
  };
  const placeholder = (expression: string): string => {
    // After a name the digit would lengthen it.
    const numeric = scanner.inExpression(text) && !/[\w-]$/.test(text);
    const isProperty = BEFORE_PROPERTY.test(text.slice(-LONGEST_REFERENCE));
    return isProperty ? namePlaceholderFor(expression) : placeholderFor(expression, numeric);
  };
  const addHole = (hole: HolePiece, literal: number): void => {
    const { construct, expression, value, start: hostStart, end: hostEnd } = hole;
    if (value !== undefined) return add("hole", value, hole, literal);
    const isValue = hole.isValue || isSerialized(expression);
    const start = text.length;
    add("hole", fill?.(expression) ?? placeholder(expression), hole, literal);
    holes.push({
      construct,
      expression,
      ...(isValue && { isValue: true as const }),
      start,
      end: text.length,
      hostStart,
      hostEnd,
    });
  };
  for (const part of parts) {
    if (part.kind === "fixed") add("fixed", part.text, part, -1);
    else if (part.kind === "expression") addHole(part.hole, -1);
    else {
      const index = part.kind === "literal" ? literals.push(part.literal) - 1 : -1;
      for (const piece of part.pieces) {
        if (piece.kind === "hole") addHole(piece, index);
        else add(piece.kind, piece.text, piece, index);
      }
    }
  }
  return { text, segments, holes, literals };
}
