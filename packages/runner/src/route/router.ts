import type { Route } from "@apigw-vtl/definitions";
import { decodePercent } from "../request/query-string.js";
import { type CompileTemplate, compileTemplate } from "../template/prepared-template.js";
import { type PreparedRoute, prepareRoute } from "./prepared-route.js";

export interface RouteMatch {
  readonly route: PreparedRoute;
  /** As the client has encoded them: `test%2Balias` stays so (recorded, `test_lambda_aws_proxy_integration`). */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** A resource on the way of a path, with the parameters up to there. */
export interface ResourceMatch {
  /** `/pets/{id}` */
  readonly resourcePath: string;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** A level of the tree of resources. */
interface Resource {
  readonly path: string;
  readonly literals: Map<string, Resource>;
  /** `{id}`; a resource has one such child at most. */
  parameter: { readonly name: string; readonly resource: Resource } | undefined;
  /** `{proxy+}` */
  greedy: { readonly name: string; readonly resource: Resource } | undefined;
  readonly methods: Map<string, PreparedRoute>;
}

const GREEDY = /^\{(.+)\+\}$/s;
const PARAMETER = /^\{(.+)\}$/s;

/**
 * Finds the method of a path. A literal segment goes before a parameter, a parameter before `{proxy+}`, a method before
 * `ANY`; a branch that leads nowhere is left for the next best. A slash at the end does not count.
 */
export class Router {
  readonly #root: Resource = newResource("");

  constructor(routes: readonly Route[], compile: CompileTemplate = compileTemplate) {
    for (const route of routes) this.#add(route, compile);
  }

  find(httpMethod: string, path: string): RouteMatch | undefined {
    const found = this.#match(segmentsOf(path), ({ methods }) => methods.has(httpMethod) || methods.has("ANY"));
    const route = found?.resource.methods.get(httpMethod) ?? found?.resource.methods.get("ANY");
    return route && found && { route, pathParameters: found.pathParameters };
  }

  /** The resource of a path, whatever its methods; of a path that leads nowhere the last one on its way. */
  deepest(path: string): ResourceMatch {
    const segments = segmentsOf(path);
    const isThere = () => true;
    let found = this.#match(segments, isThere);
    // A resource has all those above it: the first length that leads nowhere is one too many.
    for (let length = 0; found === undefined; length++) {
      if (this.#match(segments.slice(0, length + 1), isThere) === undefined) {
        found = this.#match(segments.slice(0, length), isThere);
      }
    }
    return { resourcePath: found.resource.path || "/", pathParameters: found.pathParameters };
  }

  #match(segments: readonly string[], isWanted: (resource: Resource) => boolean) {
    const values: (readonly [string, string])[] = [];
    const resource = match(this.#root, segments, 0, isWanted, values);
    if (resource === undefined) return undefined;
    const pathParameters: Record<string, string> = Object.create(null);
    for (const [name, value] of values) pathParameters[name] = value;
    return { resource, pathParameters };
  }

  #add(route: Route, compile: CompileTemplate): void {
    let resource = this.#root;
    for (const segment of segmentsOf(route.path)) resource = child(resource, segment);
    resource.methods.set(route.httpMethod.toUpperCase(), prepareRoute(route, compile));
  }
}

function newResource(path: string): Resource {
  return { path, literals: new Map(), parameter: undefined, greedy: undefined, methods: new Map() };
}

function child(parent: Resource, segment: string): Resource {
  const path = `${parent.path}/${segment}`;
  const greedy = GREEDY.exec(segment)?.[1];
  if (greedy !== undefined) {
    parent.greedy ??= { name: greedy, resource: newResource(path) };
    return parent.greedy.resource;
  }
  const parameter = PARAMETER.exec(segment)?.[1];
  if (parameter !== undefined) {
    parent.parameter ??= { name: parameter, resource: newResource(path) };
    return parent.parameter.resource;
  }
  const known = parent.literals.get(segment);
  if (known !== undefined) return known;
  const added = newResource(path);
  parent.literals.set(segment, added);
  return added;
}

function segmentsOf(path: string): readonly string[] {
  const start = path.startsWith("/") ? 1 : 0;
  const end = path.length > start && path.endsWith("/") ? path.length - 1 : path.length;
  return end <= start ? [] : path.slice(start, end).split("/");
}

/** The first wanted resource. Looks at each once at most, however long the path is. */
function match(
  resource: Resource,
  segments: readonly string[],
  at: number,
  isWanted: (resource: Resource) => boolean,
  values: (readonly [string, string])[],
): Resource | undefined {
  const segment = segments[at];
  if (segment === undefined) return isWanted(resource) ? resource : undefined;
  const literal = resource.literals.get(decodePercent(segment));
  if (literal !== undefined) {
    const found = match(literal, segments, at + 1, isWanted, values);
    if (found !== undefined) return found;
  }
  const { parameter, greedy } = resource;
  if (parameter !== undefined && segment !== "") {
    values.push([parameter.name, segment]);
    const found = match(parameter.resource, segments, at + 1, isWanted, values);
    if (found !== undefined) return found;
    values.pop();
  }
  if (greedy === undefined || !isWanted(greedy.resource)) return undefined;
  values.push([greedy.name, segments.slice(at).join("/")]);
  return greedy.resource;
}
