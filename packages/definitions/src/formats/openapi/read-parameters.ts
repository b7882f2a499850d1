import type { RequestParameter } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { readSchema } from "../json-schema.js";

const LOCATIONS: ReadonlyMap<string, RequestParameter["location"]> = new Map([
  ["path", "path"],
  ["query", "querystring"],
  ["header", "header"],
]);

/** `{id}`, not `{proxy+}`. */
const PATH_PARAMETER = /\{([^{}+<>]+)\}/g;

/**
 * The parameters of an operation and of its path; the operation's own count where both declare one. The import declares
 * those of the resource's path by itself: documents that leave them out deploy, with FailOnWarnings, and map them. That
 * of a greedy path it does not declare (AWS knowledge center, "api-gateway-proxy-path-parameter-error").
 */
export function readParameters(operation: Declared, path: Declared, resourcePath: string): RequestParameter[] {
  const found = new Map<string, RequestParameter>();
  for (const [, name = ""] of resourcePath.matchAll(PATH_PARAMETER)) {
    found.set(`path ${name}`, { location: "path", name, required: true });
  }
  for (const parameter of parameterNodes(operation, path)) {
    const location = LOCATIONS.get(parameter.get("in")?.text() ?? "");
    const name = parameter.get("name")?.text();
    if (location === undefined || name === undefined) continue;
    found.set(`${location} ${name}`, { location, name, required: parameter.get("required")?.isTrue() ?? false });
  }
  return [...found.values()];
}

/** The models of the request body: one a content type in OpenAPI 3, one for all that is consumed in OpenAPI 2. */
export function readRequestModels(operation: Declared, path: Declared, root: Declared): Record<string, unknown> {
  const models: [string, unknown][] = [];
  const content = operation.get("requestBody", "content");
  for (const { key, value } of content?.entries() ?? []) {
    const schema = value.get("schema");
    if (schema !== undefined) models.push([key, readSchema(schema)]);
  }
  const body = parameterNodes(operation, path).find((parameter) => parameter.get("in")?.text() === "body");
  const schema = body?.get("schema");
  if (schema !== undefined) {
    const consumed = (operation.get("consumes") ?? root.get("consumes"))?.list() ?? [];
    const model = readSchema(schema);
    for (const type of consumed.length > 0 ? consumed : ["application/json"]) models.push([type, model]);
  }
  return Object.fromEntries(models);
}

function parameterNodes(operation: Declared, path: Declared): Declared[] {
  return [...(path.get("parameters")?.items() ?? []), ...(operation.get("parameters")?.items() ?? [])];
}
