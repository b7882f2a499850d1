import type { Node } from "web-tree-sitter";
import type { TemplateFacts } from "../../facts/template-facts.js";
import { namedChildren } from "../../syntax-tree/tree-nodes.js";
import { type Bindings, enclosingFunction } from "./bindings.js";
import {
  argumentsOf,
  constructedBy,
  pathOf,
  pathOfId,
  propertyName,
  propertyOf,
  standsFor,
  stringText,
} from "./path-of.js";

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

/** Constructs that name their method: CloudFormation's and Pulumi's, and CDK's `Method`. */
const ABOUT_METHOD = /(?:^|\.)(?:Cfn)?(?:Method|Integration)(?:Response)?$/;

/**
 * The method and path of the template that `binding` holds, of `resource.addMethod("POST", …)` or a construct around it; of a
 * WebSocket API the key of its route.
 */
export function routeOf(
  binding: Node,
  bindings: Bindings,
): Pick<TemplateFacts, "apiType" | "httpMethod" | "path" | "routeKey"> {
  for (const node of surroundings(binding, bindings)) {
    const routeKey = routeKeyOf(node, bindings) ?? routeKeyOfTarget(node, bindings);
    if (routeKey !== undefined) return { apiType: "WEBSOCKET", routeKey };
    const found = routeOfCall(node, bindings) ?? routeOfConstruct(node, bindings) ?? routeOfOptions(node, bindings);
    if (found === undefined) continue;
    const { httpMethod, path } = found;
    return { ...(httpMethod !== undefined && { httpMethod }), ...(path !== undefined && { path: path || "/" }) };
  }
  return {};
}

/** What `WebSocketApi` calls the options of the routes that the service knows. */
const ROUTE_OPTIONS: ReadonlyMap<string, string> = new Map([
  ["connectRouteOptions", "$connect"],
  ["disconnectRouteOptions", "$disconnect"],
  ["defaultRouteOptions", "$default"],
]);

/** Of `webSocketApi.addRoute("send", …)`, `new WebSocketRoute(…, { routeKey: "send" })`, and the options of the API. */
function routeKeyOf(node: Node, bindings: Bindings): string | undefined {
  const known = ROUTE_OPTIONS.get(propertyName(node) ?? "");
  if (known !== undefined) return known;
  const isAdded = /\.add_?[rR]oute$/.test(node.childForFieldName("function")?.text ?? "");
  const isConstruct = /(?:^|\.)WebSocketRoute$/.test(constructedBy(node) ?? "");
  const key = isAdded ? argumentsOf(node)[0] : isConstruct ? propertyOf(node, "routeKey") : undefined;
  return key && stringText(standsFor(key, bindings) ?? key);
}

const INTEGRATION = /(?:^|\.)(?:Cfn)?Integration(?:Response)?$/;

/** Of constructs that a route names: `target: "integrations/" + integration.ref`; a response names the integration itself. */
function routeKeyOfTarget(node: Node, bindings: Bindings): string | undefined {
  if (!INTEGRATION.test(constructedBy(node) ?? "")) return undefined;
  const id = propertyOf(node, "integrationId");
  const integration = id ? standsFor(id.childForFieldName("object") ?? id, bindings) : node;
  const declaration = integration?.parent ?? undefined;
  if (declaration === undefined || !DECLARATIONS.includes(declaration.type)) return undefined;
  const keys = bindings.usesOf(declaration).flatMap((use) => keyOfRouteTo(use) ?? []);
  const [only, ...others] = keys;
  // Keys of HTTP APIs have a method and a path.
  return others.length > 0 || only?.includes(" ") ? undefined : only;
}

/** The key of the route that has `use` in its target. */
function keyOfRouteTo(use: Node): string | undefined {
  let property: string | undefined;
  for (let at = use.parent; at !== null; at = at.parent) {
    property ??= propertyName(at);
    if (!/(?:^|\.)(?:Cfn)?Route$/.test(constructedBy(at) ?? "")) continue;
    const key = property === "target" ? propertyOf(at, "routeKey") : undefined;
    return key && stringText(key);
  }
  return undefined;
}

interface Route {
  readonly httpMethod: string | undefined;
  /** Without a slash at its end. */
  readonly path: string | undefined;
}

function routeOfCall(node: Node, bindings: Bindings): Route | undefined {
  const callee = node.childForFieldName("function");
  if (callee === null || !/\.add_?[mM]ethod$/.test(callee.text)) return undefined;
  const resource = callee.childForFieldName("object");
  const [method] = argumentsOf(node);
  return {
    httpMethod: method && methodName(method, bindings),
    path: resource === null ? undefined : pathOf(resource, bindings),
  };
}

function routeOfConstruct(node: Node, bindings: Bindings): Route | undefined {
  if (!ABOUT_METHOD.test(constructedBy(node) ?? "")) return undefined;
  const method = propertyOf(node, "httpMethod");
  const resource = propertyOf(node, "resource");
  const id = propertyOf(node, "resourceId");
  if (method === undefined || (resource ?? id) === undefined) return undefined;
  return {
    httpMethod: methodName(method, bindings),
    path: resource ? pathOf(resource, bindings) : id && pathOfId(id, bindings),
  };
}

const METHOD_NAME = /^(?:GET|PUT|POST|PATCH|DELETE|HEAD|OPTIONS|ANY)$/;

/** What a helper is given that adds a method: `{ apiMethod: "POST", apiResource: api.root, requestTemplate: … }`. */
function routeOfOptions(node: Node, bindings: Bindings): Route | undefined {
  if (node.type !== "object" && node.type !== "argument_list") return undefined;
  const valueAt = (key: RegExp): Node | undefined =>
    namedChildren(node)
      .find((entry) => key.test((entry.childForFieldName("key") ?? entry.childForFieldName("name"))?.text ?? ""))
      ?.childForFieldName("value") ?? undefined;
  const [method, resource] = [valueAt(/method$/i), valueAt(/resource$/i)];
  const httpMethod = method && methodName(method, bindings);
  const path = resource && pathOf(resource, bindings);
  return path !== undefined && METHOD_NAME.test(httpMethod ?? "") ? { httpMethod, path } : undefined;
}

/** `"POST"`, `HttpMethod.POST`, and the `httpMethod` of another construct. */
function methodName(node: Node, bindings: Bindings, depth = 0): string | undefined {
  if (depth > MOST_HANDED_ON) return undefined;
  const value = standsFor(node, bindings) ?? node;
  const named = stringText(value)?.toUpperCase() ?? /\bHttpMethod\.([A-Z]+)$/.exec(value.text)?.[1];
  const owner = /\.http_?method$/i.test(value.text) ? value.childForFieldName("object") : null;
  const construct = owner === null ? undefined : standsFor(owner, bindings);
  const given = construct && propertyOf(construct, "httpMethod");
  return named ?? (given && methodName(given, bindings, depth + 1));
}
