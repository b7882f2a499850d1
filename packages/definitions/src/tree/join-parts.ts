import { expressionPart, type Part } from "../map/assemble.js";
import { literalPieces } from "../map/decode-literal.js";
import type { HoleConstruct } from "../map/piece.js";
import type { HostNode } from "./host-node.js";
import { jsonParts } from "./json-text.js";

/** What a value of source code contributes to a text: its literals, or a hole for what they do not show. */
export function sourceParts(node: HostNode, source: string, construct: HoleConstruct): Part[] {
  if (node.kind === "text") return [...node.parts];
  if (node.kind === "json") return jsonParts(node.value, node.style, (value) => sourceParts(value, source, construct));
  const literal = node.kind === "scalar" ? node.literal : undefined;
  const pieces = literal && literalPieces(source, literal);
  if (literal !== undefined && pieces !== undefined) return [{ kind: "literal", literal, pieces }];
  return [expressionPart(node, construct, source.slice(node.start, node.end))];
}

/** The parts of a join's items, with the separator between them, which stands at `separator` in the host. */
export function joinParts(
  items: readonly (readonly Part[])[],
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Part[] {
  return items.flatMap((parts, index) => (index === 0 ? parts : [{ kind: "fixed", text, start, end }, ...parts]));
}
