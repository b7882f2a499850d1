import { applyInterpolations } from "../holes/interpolation.js";
import type { Part } from "../map/assemble.js";
import { decodeLiteral } from "../map/decode-literal.js";
import type { Literal, TextRewrite } from "../map/literal.js";
import { pieceText } from "../map/piece.js";
import type { HostNode } from "./host-node.js";

/** A text of `source` with what functions of the host make of it; what is not known to be a text is as it was. */
export function rewriteText(node: HostNode, rewrites: readonly TextRewrite[], source: string): HostNode {
  if (rewrites.length === 0) return node;
  switch (node.kind) {
    case "scalar": {
      if (typeof node.value !== "string") return node;
      const value = rewritten(node.value, rewrites);
      if (node.literal === undefined) return { ...node, value };
      const literal = withRewrites(node.literal, rewrites);
      const pieces = decodeLiteral(source.slice(literal.start, literal.end), literal);
      return pieces === undefined ? node : { ...node, value, literal };
    }
    case "text":
      return {
        ...node,
        parts: node.parts.map((part, index) => rewritePart(part, reaching(rewrites, index, node.parts))),
      };
    case "file":
      return { ...node, rewrites: [...(node.rewrites ?? []), ...rewrites] };
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
  const pieces = decodeLiteral(source.slice(literal.start, literal.end), literal);
  return pieces?.every(({ kind }) => kind !== "hole") ? pieceText(pieces) : undefined;
}

const withRewrites = (literal: Literal, rewrites: readonly TextRewrite[]): Literal => {
  return { ...literal, interpolations: [...literal.interpolations, ...rewrites] };
};

function rewritten(text: string, rewrites: readonly TextRewrite[]): string {
  return pieceText(applyInterpolations([{ kind: "verbatim", text, start: 0, end: text.length }], rewrites));
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
      return { ...part, text: rewritten(part.text, rewrites) };
    case "expression":
      return part;
  }
}
