import { applyInterpolations } from "../holes/interpolation.js";
import type { Part } from "../map/assemble.js";
import { literalPieces } from "../map/decode-literal.js";
import type { Literal, TextRewrite } from "../map/literal.js";
import { pieceText, type TextRange } from "../map/piece.js";
import type { HostNode } from "./host-node.js";
import { literalScalar } from "./literal-scalar.js";
import { textParts } from "./node-text.js";

/** A text of `source` with what functions of the host make of it; what is not known to be a text is as it was. */
export function rewriteText(node: HostNode, rewrites: readonly TextRewrite[], source: string): HostNode {
  if (rewrites.length === 0) return node;
  switch (node.kind) {
    case "scalar": {
      if (typeof node.value !== "string") return node;
      if (node.literal === undefined) {
        const { value, start, end } = node;
        return { kind: "text", parts: [rewritten(node, value, rewrites)], start, end };
      }
      const literal = withRewrites(node.literal, rewrites);
      const pieces = literalPieces(source, literal);
      return pieces === undefined ? node : literalScalar(literal, pieces);
    }
    case "text":
      return {
        ...node,
        parts: node.parts.map((part, index) => rewritePart(part, reaching(rewrites, index, node.parts))),
      };
    case "json": {
      const parts = textParts(node, { source, interpolations: [], intrinsics: false }) ?? [];
      const { start, end } = node;
      return rewriteText({ kind: "text", parts, start, end }, rewrites, source);
    }
    case "expression":
      return { ...node, rewrites: [...(node.rewrites ?? []), ...rewrites] };
    case "file":
      return { ...node, interpolations: [...node.interpolations, ...rewrites] };
    case "choice": {
      const branches = node.branches.map((each) => ({ ...each, node: rewriteText(each.node, rewrites, source) }));
      return { ...node, branches };
    }
    default:
      return node;
  }
}

/** The text of a string of `source` in which nothing is left open. */
export function knownText(node: HostNode | undefined, source: string): string | undefined {
  if (node?.kind !== "scalar" || typeof node.value !== "string") return undefined;
  const { literal } = node;
  if (literal === undefined) return node.value;
  const pieces = literalPieces(source, literal);
  return pieces?.every(({ kind }) => kind !== "hole") ? pieceText(pieces) : undefined;
}

const withRewrites = (literal: Literal, rewrites: readonly TextRewrite[]): Literal => {
  return { ...literal, interpolations: [...literal.interpolations, ...rewrites] };
};

/** A text that has no characters of its own in the host. */
function rewritten({ start, end }: TextRange, text: string, rewrites: readonly TextRewrite[]): Part {
  const pieces = applyInterpolations([{ kind: "escape", text, start, end }], rewrites);
  const isKnown = pieces.every(({ kind }) => kind !== "hole");
  return isKnown ? { kind: "fixed", text: pieceText(pieces), start, end } : { kind: "rewritten", pieces };
}

/** What is done to an end of a text is done to the part there. */
function reaching(rewrites: readonly TextRewrite[], index: number, parts: readonly Part[]): TextRewrite[] {
  return rewrites.filter(({ at }) => (at !== "start" || index === 0) && (at !== "end" || index === parts.length - 1));
}

function rewritePart(part: Part, rewrites: readonly TextRewrite[]): Part {
  switch (part.kind) {
    case "literal": {
      const pieces = applyInterpolations(part.pieces, rewrites);
      return { ...part, literal: withRewrites(part.literal, rewrites), pieces };
    }
    case "rewritten":
      return { ...part, pieces: applyInterpolations(part.pieces, rewrites) };
    case "fixed":
      return rewritten(part, part.text, rewrites);
    case "expression":
      return part;
  }
}
