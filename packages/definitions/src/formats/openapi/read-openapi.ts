import type { ApiDefinition, MethodResponse, Route } from "../../api-definition.js";
import { Declared } from "../../source/declared.js";
import type { DeclaredArm } from "../../source/evaluation.js";
import { OpenApiRoot } from "../../source/openapi-root.js";
import type { DeclaredApi } from "../declared-api.js";
import { readGatewayResponseMap } from "../read-gateway-response.js";
import { readArm } from "../read-integration.js";
import { readValidator } from "../read-resource.js";
import { readParameters, readRequestModels } from "./read-parameters.js";
import { SecuritySchemes } from "./read-security.js";

const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);
const ANY_METHOD = "x-amazon-apigateway-any-method";
const INTEGRATION = "x-amazon-apigateway-integration";

/** All but extensions and intrinsic functions; documents whose paths begin without a slash deploy. */
const IS_PATH = /^(?!x-|\$|Fn::)./i;

/** Extensions that change what the service does, and that have no part here. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ["x-amazon-apigateway-policy", "the resource policy is not checked"],
  ["x-amazon-apigateway-cors", "this is an extension of HTTP APIs, which REST APIs ignore"],
  ["x-amazon-apigateway-minimum-compression-size", "bodies are not compressed"],
]);

/** Reads an OpenAPI 2 or 3 document with API Gateway's extensions, an export of a REST API among them. */
export function readOpenApi(document: Declared): DeclaredApi {
  const { located } = new OpenApiRoot(document);
  const root = new Declared(located.node, located.document, document.evaluation, document.address);
  const security = new SecuritySchemes(root);
  for (const [key, consequence] of UNSUPPORTED) {
    const found = root.get(key);
    if (found !== undefined) root.evaluation.report("definition-unsupported", found, `${key}: ${consequence} here`);
  }
  const paths =
    root
      .get("paths")
      ?.entries()
      .filter(({ key }) => IS_PATH.test(key)) ?? [];
  return {
    name: root.get("info", "title")?.text() ?? "API",
    routes: paths.flatMap(({ key, value }) => readPath(key.replace(/^(?![/<])/, "/"), value, root, security)),
    authorizers: security.authorizers,
    gatewayResponses: readGatewayResponseMap(root.get("x-amazon-apigateway-gateway-responses")),
    binaryMediaTypes: root.get("x-amazon-apigateway-binary-media-types")?.list() ?? [],
    apiKeySource: apiKeySource(root.get("x-amazon-apigateway-api-key-source")?.text()),
  };
}

/** The same of a document that depends on conditions: the routes of all that it may be. */
export function readOpenApiArms(
  arms: readonly DeclaredArm[],
  read: (arm: Declared) => DeclaredApi | undefined = readOpenApi,
): DeclaredApi | undefined {
  const apis = arms.flatMap(({ value, conditions }) => {
    const api = read(value);
    return api === undefined ? [] : [underConditions(api, conditions)];
  });
  const [first] = apis;
  return first && { ...first, routes: apis.flatMap(({ routes }) => routes) };
}

/** An API that is one under conditions. */
function underConditions(api: DeclaredApi, conditions: readonly string[]): DeclaredApi {
  if (conditions.length === 0) return api;
  const routes = api.routes.map((route) => ({ ...route, conditions: [...conditions, ...(route.conditions ?? [])] }));
  return { ...api, routes };
}

/** `HEADER` unless it is `AUTHORIZER`. */
export function apiKeySource(text: string | undefined): ApiDefinition["apiKeySource"] {
  return text?.toUpperCase() === "AUTHORIZER" ? "AUTHORIZER" : "HEADER";
}

function readPath(path: string, item: Declared, root: Declared, security: SecuritySchemes): Route[] {
  return item.entries().flatMap(({ key, value }): Route[] => {
    const method = key.toLowerCase();
    if (method !== ANY_METHOD && !METHODS.has(method)) return [];
    const httpMethod = method === ANY_METHOD ? "ANY" : method.toUpperCase();
    const operation = { path, httpMethod, ...readOperation(path, value, item, root, security) };
    const integrations = value.arms(INTEGRATION);
    if (integrations.length > 0) return integrations.map((arm) => ({ ...operation, ...readArm(arm) }));
    const message = `the operation has no ${INTEGRATION}; calling it is a configuration error, 500`;
    root.evaluation.report("definition-not-valid", value, message);
    return [operation];
  });
}

function readOperation(
  resourcePath: string,
  operation: Declared,
  path: Declared,
  root: Declared,
  security: SecuritySchemes,
): Omit<Route, "path" | "httpMethod"> {
  const name = operation.get("operationId")?.text();
  return {
    ...(name !== undefined && { operationName: name }),
    place: operation.place,
    ...security.of(operation),
    validator: validatorOf(operation, root),
    requestParameters: readParameters(operation, path, resourcePath),
    requestModels: readRequestModels(operation, path, root),
    methodResponses: readMethodResponses(operation),
    ...(declaresMore(operation, path) && { declaresMore: true }),
  };
}

function validatorOf(operation: Declared, root: Declared): Route["validator"] {
  const key = "x-amazon-apigateway-request-validator";
  const declared = operation.get(key) ?? root.get(key);
  const name = declared?.text();
  if (declared === undefined || name === undefined) return readValidator(undefined);
  const validator = root.get(`${key}s`, name);
  if (validator === undefined) {
    root.evaluation.report(
      "definition-not-valid",
      declared,
      `the request validator ${name} is not declared; nothing is checked`,
    );
  }
  return readValidator(validator);
}

function declaresMore(operation: Declared, path: Declared): boolean {
  const responses = operation.get("responses")?.entries() ?? [];
  return (
    path.isOpen("parameters") ||
    ["parameters", "responses"].some((key) => operation.isOpen(key)) ||
    responses.some(({ value }) => value.isOpen("headers"))
  );
}

function readMethodResponses(operation: Declared): MethodResponse[] {
  return (operation.get("responses")?.entries() ?? []).flatMap(({ key, value }) => {
    // `default` and `2XX` are no statuses of a method response.
    if (!/^\d{3}$/.test(key)) return [];
    const headers = value.get("headers")?.entries() ?? [];
    return [{ statusCode: key, headers: headers.map((header) => header.key) }];
  });
}
