import type { Node } from "web-tree-sitter";
import { namedChildren } from "../../syntax-tree/tree-nodes.js";
import { type Bindings, enclosingFunction, isFunction } from "./bindings.js";

/** How often a value may be handed on, by a variable or a function, before it is lost. */
const MOST_HANDED_ON = 6;

const DECLARATIONS = ["variable_declarator", "assignment", "public_field_definition"];

/** The nodes around `node`, inside out; from a declaration or a return it goes on where the value is used, if that is one place. */
export function* surroundings(node: Node, bindings: Bindings, handedOn = 0): Generator<Node> {
  for (let at: Node | null = node.parent; at !== null; at = at.parent) {
    yield at;
    const declaration = handedOn < MOST_HANDED_ON ? declarationOf(at) : undefined;
    const uses = declaration === undefined ? [] : bindings.usesOf(declaration);
    if (uses.length !== 1) continue;
    yield* surroundings(uses[0]!, bindings, handedOn + 1);
    return;
  }
}

/** What gives a value a name: a variable, or the function that returns it. */
function declarationOf(node: Node): Node | undefined {
  if (DECLARATIONS.includes(node.type)) return node;
  const called =
    node.type === "return_statement" ? enclosingFunction(node) : node.type === "arrow_function" ? node : undefined;
  if (called === undefined) return undefined;
  return called.parent !== null && DECLARATIONS.includes(called.parent.type) ? called.parent : called;
}

/** The method and path of the template that `binding` holds: `resource.addMethod("POST", …)` around it. */
export function routeOf(binding: Node, bindings: Bindings): { httpMethod?: string; path?: string } {
  for (const node of surroundings(binding, bindings)) {
    const callee = node.childForFieldName("function");
    if (callee === null || !/\.add_?[mM]ethod$/.test(callee.text)) continue;
    const resource = callee.childForFieldName("object");
    const [method] = argumentsOf(node);
    const httpMethod = method && methodName(standsFor(method, bindings) ?? method);
    const path = resource === null ? undefined : pathOf(resource, bindings);
    return { ...(httpMethod !== undefined && { httpMethod }), ...(path !== undefined && { path: path || "/" }) };
  }
  return {};
}

/** What a name stands for: its value, or what the one call of its function gives; `undefined` where that is not shown. */
function standsFor(node: Node, bindings: Bindings): Node | undefined {
  const bound = bindings.resolve(node);
  if (bound === undefined) return node;
  if (bound.kind === "value") return isFunction(bound.node) ? undefined : bound.node;
  const [given, ...others] = bound.kind === "parameter" ? bindings.argumentsFor(bound.of, node.text) : [];
  return others.length === 0 ? given : undefined;
}

/** `"POST"` and `HttpMethod.POST`. */
function methodName({ type, text }: Node): string | undefined {
  if (type === "string") return stringText(text)?.toUpperCase();
  return /\bHttpMethod\.([A-Z]+)$/.exec(text)?.[1];
}

/** The path of a resource without a slash at its end; `undefined` if the file does not show it whole. */
function pathOf(node: Node, bindings: Bindings, depth = 0): string | undefined {
  if (depth > 40) return undefined;
  const value = standsFor(node, bindings);
  if (value?.id !== node.id) return value && pathOf(value, bindings, depth + 1);
  if (/\.root$/.test(node.text)) return "";
  const callee = node.childForFieldName("function");
  if (callee !== null) return pathOfCall(node, callee, bindings, depth);
  if (/^(?:as_expression|non_null_expression|parenthesized_expression)$/.test(node.type)) {
    const inner = namedChildren(node)[0];
    return inner && pathOf(inner, bindings, depth + 1);
  }
  return undefined;
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
        ? first && textOf(first, bindings)
        : undefined;
  if (part === undefined) return undefined;
  // `api.root.resourceForPath("/a/b")` begins at the resource, however the path is written.
  const parent = pathOf(receiver, bindings, depth + 1);
  return parent === undefined ? undefined : `${parent}/${part.replace(/^\/+|\/+$/g, "")}`;
}

function textOf(node: Node, bindings: Bindings): string | undefined {
  const value = node.type === "identifier" ? standsFor(node, bindings) : node;
  return value?.type === "string" ? stringText(value.text) : undefined;
}

/** A plain string without escapes, which names of resources are. */
const stringText = (source: string): string | undefined => /^(["'])([^\\]*)\1$/.exec(source)?.[2];

function argumentsOf(call: Node): Node[] {
  const list = call.childForFieldName("arguments");
  return list === null ? [] : namedChildren(list);
}
