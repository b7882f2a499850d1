import type { HostNode } from "./host-node.js";
import { type TextContext, textParts } from "./node-text.js";

/** A stretch of a text, or an expression of the host whose value stands in its place. */
export type TextPiece = { readonly text: string } | { readonly expression: string };

/** What a node's text is made of, so that whoever knows the values of expressions can fill them in. */
export function textPieces(node: HostNode, context: TextContext): TextPiece[] | undefined {
  return textParts(node, context)?.flatMap((part): TextPiece[] => {
    if (part.kind === "fixed") return [{ text: part.text }];
    if (part.kind === "expression") return [{ expression: part.hole.expression }];
    return part.pieces.map((piece) => {
      if (piece.kind !== "hole") return { text: piece.text };
      return piece.value === undefined ? { expression: piece.expression } : { text: piece.value };
    });
  });
}
