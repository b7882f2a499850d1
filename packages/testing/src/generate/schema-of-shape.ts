import type { Node } from "jsonc-parser";
import { membersOf } from "../compare/json-tree.js";

/** A JSON Schema of documents with the members of this one, and no others; lists may have any items. */
export function schemaOfShape(node: Node): Readonly<Record<string, unknown>> {
  if (node.type !== "object") return {};
  const properties = [...membersOf(node)].map(([name, { value }]) => [name, schemaOfShape(value)] as const);
  return { type: "object", additionalProperties: false, properties: Object.fromEntries(properties) };
}
