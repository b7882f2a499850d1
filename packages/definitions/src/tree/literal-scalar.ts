import { assemble } from "../map/assemble.js";
import type { Literal } from "../map/literal.js";
import type { Piece } from "../map/piece.js";
import type { HostScalar } from "./host-node.js";

/** The string that a literal is, decoded. */
export function literalScalar(literal: Literal, pieces: readonly Piece[]): HostScalar {
  const { start, end } = literal;
  return { kind: "scalar", value: assemble([{ kind: "literal", literal, pieces }]).text, literal, start, end };
}
