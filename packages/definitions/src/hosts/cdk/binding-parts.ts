import type { Node } from "web-tree-sitter";
import { namedChildren } from "../../syntax-tree/tree-nodes.js";

/** What gives a variable or a member a value. */
export const VARIABLES: readonly string[] = ["variable_declarator", "assignment", "assignment_expression"];

/** What a binding is of, without the object in front: `requestTemplates` of `this.requestTemplates["a/b"] = "{}"`. */
export function bindingName(node: Node): string {
  const target = node.childForFieldName("key") ?? node.childForFieldName("name") ?? node.childForFieldName("left");
  const named = target && isEntry(target) ? (target.childForFieldName("object") ?? namedChildren(target)[0]) : target;
  const member = named?.childForFieldName("property") ?? named?.childForFieldName("attribute") ?? named;
  return member?.text.replace(/^['"]|['"]$/g, "") ?? "";
}

/** `x["a"]` of JavaScript and Python. */
const isEntry = ({ type }: Node): boolean => type === "subscript_expression" || type === "subscript";

/** The string of `requestTemplates["application/json"] = "…"`. */
export function assignedEntry(binding: Node): Node | undefined {
  const target = binding.childForFieldName("left");
  if (target === null || !isEntry(target)) return undefined;
  return target.childForFieldName("index") ?? target.childForFieldName("subscript") ?? undefined;
}

export const bindingValue = (node: Node): Node | null =>
  node.childForFieldName("value") ?? node.childForFieldName("right");
