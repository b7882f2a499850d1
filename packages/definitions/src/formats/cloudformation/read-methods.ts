import type { MethodResponse, RequestParameter, Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { readSchema } from "../json-schema.js";
import { readArm } from "../read-integration.js";
import type { Resource, TemplateResources } from "./template-resources.js";

/** The `AWS::ApiGateway::Method`s of an API; `undefined`: of APIs that are declared elsewhere. */
export function readMethods(api: Resource | undefined, resources: TemplateResources): Route[] {
  return resources
    .ofType("AWS::ApiGateway::Method")
    .filter(({ properties }) => {
      const owner = resources.referred(properties, "RestApiId");
      return owner?.type === "AWS::ApiGateway::RestApi" ? owner === api : api === undefined;
    })
    .flatMap((method) => readMethod(method, api, resources));
}

function readMethod(method: Resource, api: Resource | undefined, resources: TemplateResources): Route[] {
  const { properties, declared } = method;
  if (properties === undefined) return [];
  const isInspected = declared.evaluation.policy === "inspect";
  const path = pathOf(properties, api, resources) ?? (isInspected ? "" : undefined);
  if (path === undefined) {
    const message = `the path of ${method.name} leads to a resource that is not in this template; the method is left out`;
    declared.evaluation.report("definition-not-valid", declared, message);
    return [];
  }
  const integrations = properties.arms("Integration");
  if (integrations.length === 0) {
    const message = `${method.name} has no Integration; calling it is a configuration error, 500`;
    declared.evaluation.report("definition-not-valid", declared, message);
  }
  const operationName = properties.get("OperationName")?.text();
  const validator = resources.referred(properties, "RequestValidatorId")?.properties;
  const route: Route = {
    path,
    httpMethod: properties.get("HttpMethod")?.text()?.toUpperCase() ?? (isInspected ? "" : "ANY"),
    ...(operationName !== undefined && { operationName }),
    place: declared.place,
    apiKeyRequired: properties.get("ApiKeyRequired")?.isTrue() ?? false,
    ...readAuthorization(method, resources),
    authorizationScopes: properties.get("AuthorizationScopes")?.list() ?? [],
    validator: {
      body: validator?.get("ValidateRequestBody")?.isTrue() ?? false,
      parameters: validator?.get("ValidateRequestParameters")?.isTrue() ?? false,
    },
    requestParameters: requestParameters(properties.get("RequestParameters")),
    requestModels: readModels(properties, resources),
    methodResponses: methodResponses(properties.get("MethodResponses")),
    ...(declaresMore(properties) && { declaresMore: true }),
  };
  return integrations.length === 0 ? [route] : integrations.map((arm) => ({ ...route, ...readArm(arm) }));
}

const APIS: ReadonlySet<string> = new Set(["AWS::ApiGateway::RestApi", "AWS::Serverless::Api"]);

/** From the root of the API down; `undefined` where a parent is not in the template. */
function pathOf(properties: Declared, api: Resource | undefined, resources: TemplateResources): string | undefined {
  const parts: string[] = [];
  let owner: Declared | undefined = properties;
  let property = "ResourceId";
  for (let steps = 0; steps < 64; steps++) {
    const target = resources.referred(owner, property);
    const isRoot = target === undefined ? resources.isRoot(owner, property) : target === api || APIS.has(target.type);
    if (isRoot) return `/${parts.reverse().join("/")}`;
    if (target?.type !== "AWS::ApiGateway::Resource") return undefined;
    parts.push(target.properties?.get("PathPart")?.text() ?? "");
    owner = target.properties;
    property = "ParentId";
  }
  return undefined;
}

function readAuthorization({ properties }: Resource, resources: TemplateResources): { authorizer?: string } {
  const type = properties?.get("AuthorizationType")?.text()?.toUpperCase();
  if (type === "AWS_IAM") return { authorizer: type };
  if (type === undefined || type === "NONE") return {};
  const authorizer = resources.referred(properties, "AuthorizerId");
  return authorizer === undefined ? {} : { authorizer: authorizer.name };
}

/** `method.request.header.X-Test: true`. */
export function requestParameters(declared: Declared | undefined): RequestParameter[] {
  return (declared?.entries() ?? []).flatMap(({ key, value }) => {
    const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
    const [, location, name] = match ?? [];
    if (location !== "path" && location !== "querystring" && location !== "header") return [];
    return name === undefined ? [] : [{ location, name, required: value.isTrue() }];
  });
}

/** A list of method responses, `ResponseParameters` being the declared headers. */
function methodResponses(declared: Declared | undefined): MethodResponse[] {
  return (declared?.items() ?? []).flatMap((response) => {
    const statusCode = response.get("StatusCode")?.text();
    return statusCode === undefined
      ? []
      : [{ statusCode, headers: declaredHeaders(response.get("ResponseParameters")) }];
  });
}

function declaresMore(method: Declared): boolean {
  const responses = method.get("MethodResponses")?.items() ?? [];
  return (
    ["RequestParameters", "MethodResponses"].some((key) => method.isOpen(key)) ||
    responses.some((response) => response.isOpen("ResponseParameters"))
  );
}

/** `method.response.header.Location: true` declares `Location`. */
export function declaredHeaders(declared: Declared | undefined): string[] {
  return (declared?.entries() ?? []).flatMap(({ key }) => /^method\.response\.header\.(.+)$/.exec(key)?.[1] ?? []);
}

function readModels(properties: Declared, resources: TemplateResources): Record<string, unknown> {
  const models = properties.get("RequestModels");
  const byModelName = (name: string): Declared | undefined =>
    resources.ofType("AWS::ApiGateway::Model").find((model) => model.properties?.get("Name")?.text() === name)
      ?.properties;
  const lookup = (name: string): Declared | undefined =>
    (resources.named(name)?.properties ?? byModelName(name))?.get("Schema");
  return Object.fromEntries(
    (models?.entries() ?? []).flatMap(({ key, value }) => {
      // A reference gives the model's name; what is no resource of the template is found by that.
      const schema = (resources.referred(models, key)?.properties ?? byModelName(value.text() ?? ""))?.get("Schema");
      return schema === undefined ? [] : [[key, readSchema(schema, lookup)] as const];
    }),
  );
}
