import type { Node } from "web-tree-sitter";
import { placeholderFor } from "../../holes/placeholder.js";
import { namedChildren } from "../../syntax-tree/tree-nodes.js";
import { type Bindings, isFunction } from "./bindings.js";

/** Longer ways from a resource to the root are circles. */
const MOST_STEPS = 40;

/** Constructs of API Gateway's resources, in CDK and Pulumi. */
const RESOURCE = /(?:^|\.)(?:Cfn)?(?:Proxy)?Resource$/;

/** What a name stands for: its value, or what the one call of its function gives; `undefined` where that is not shown. */
export function standsFor(node: Node, bindings: Bindings): Node | undefined {
  const bound = bindings.resolve(node);
  if (bound === undefined) return node;
  if (bound.kind === "value") return isFunction(bound.node) ? undefined : bound.node;
  const [given, ...others] = bound.kind === "parameter" ? bindings.argumentsFor(bound.of, node.text) : [];
  return others.length === 0 ? given : undefined;
}

/** The value of a property that a construct is given, by its name in JavaScript: `httpMethod`, Python's `http_method`. */
export function propertyOf(construct: Node, name: string): Node | undefined {
  const given = argumentsOf(construct).flatMap((each) => (each.type === "object" ? namedChildren(each) : [each]));
  for (const entry of given) {
    if (entry.type === "shorthand_property_identifier" && entry.text === name) return entry;
    if (propertyName(entry) !== name) continue;
    return entry.childForFieldName("value") ?? undefined;
  }
  return undefined;
}

/** The name of an entry of an object or an argument, as it is in JavaScript: `httpMethod` for Python's `http_method`. */
export function propertyName(entry: Node): string | undefined {
  const key = entry.childForFieldName("key") ?? entry.childForFieldName("name");
  return key?.text.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** `Resource` of `new apigateway.Resource(…)` and `aws.apigateway.Resource(…)`, with what is before it. */
export function constructedBy(node: Node): string | undefined {
  if (node.type === "new_expression") return node.childForFieldName("constructor")?.text;
  return node.type === "call" ? node.childForFieldName("function")?.text : undefined;
}

/** The path of a resource without a slash at its end; `undefined` if the file does not show where it is. */
export function pathOf(node: Node, bindings: Bindings, depth = 0): string | undefined {
  if (depth > MOST_STEPS) return undefined;
  const value = standsFor(node, bindings);
  if (value?.id !== node.id) return value && pathOf(value, bindings, depth + 1);
  // `const { root } = api`
  if (/(?:^|\.)root$/.test(node.text)) return "";
  if (RESOURCE.test(constructedBy(node) ?? "")) return pathOfConstruct(node, bindings, depth);
  const callee = node.childForFieldName("function");
  if (callee !== null) return pathOfCall(node, callee, bindings, depth);
  if (/^(?:as_expression|non_null_expression|parenthesized_expression)$/.test(node.type)) {
    const inner = namedChildren(node)[0];
    return inner && pathOf(inner, bindings, depth + 1);
  }
  return undefined;
}

/** The same of a resource's id: `orders.id`, `orders.ref`, `api.rootResourceId`. */
export function pathOfId(id: Node, bindings: Bindings, depth = 0): string | undefined {
  const bound = id.type === "identifier" ? standsFor(id, bindings) : id;
  const resource = bound?.childForFieldName("object") ?? undefined;
  if (bound === undefined || resource === undefined) return undefined;
  return /\.(?:attr_?)?root_?resource_?id$/i.test(bound.text) ? "" : pathOf(resource, bindings, depth + 1);
}

/** `new Resource(this, "x", { parent: api.root, pathPart: "x" })`; CloudFormation's and Pulumi's have `parentId`. */
function pathOfConstruct(node: Node, bindings: Bindings, depth: number): string | undefined {
  const parent = propertyOf(node, "parent");
  const parentId = propertyOf(node, "parentId");
  const path = parent ? pathOf(parent, bindings, depth + 1) : parentId && pathOfId(parentId, bindings, depth + 1);
  const part = propertyOf(node, "pathPart");
  return path === undefined || part === undefined ? undefined : `${path}/${partText(part, bindings)}`;
}

function pathOfCall(node: Node, callee: Node, bindings: Bindings, depth: number): string | undefined {
  const method = /\.(\w+)$/.exec(callee.text)?.[1]?.replaceAll("_", "").toLowerCase();
  const receiver = callee.childForFieldName("object");
  if (receiver === null) return undefined;
  const [first] = argumentsOf(node);
  const part =
    method === "addproxy"
      ? "{proxy+}"
      : method === "addresource" || method === "getresource" || method === "resourceforpath"
        ? first && partText(first, bindings)
        : undefined;
  if (part === undefined) return undefined;
  // `api.root.resourceForPath("/a/b")` begins at the resource, however the path is written.
  const parent = pathOf(receiver, bindings, depth + 1);
  return parent === undefined ? undefined : `${parent}/${part.replace(/^\/+|\/+$/g, "")}`;
}

/** A part of a path; what the program computes has a placeholder, as in other formats. */
function partText(node: Node, bindings: Bindings): string {
  const value = (node.type === "identifier" ? standsFor(node, bindings) : undefined) ?? node;
  return stringText(value) ?? placeholderFor(value.text, false);
}

/** A plain string without escapes, which names of resources are. */
export const stringText = ({ type, text }: Node): string | undefined =>
  type === "string" ? /^(["'])([^\\]*)\1$/.exec(text)?.[2] : undefined;

export function argumentsOf(call: Node): Node[] {
  const list = call.childForFieldName("arguments");
  return list === null ? [] : namedChildren(list);
}
