import type { Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { readArm } from "../read-integration.js";
import { readMethodSettings, readPublic, readRequestModels } from "../read-resource.js";
import type { Resource, TemplateResources } from "./template-resources.js";

const APIS: ReadonlySet<string> = new Set(["AWS::ApiGateway::RestApi", "AWS::Serverless::Api"]);

/** The `AWS::ApiGateway::Method`s of an API; `undefined`: of APIs that are declared elsewhere. */
export function readMethods(api: Resource | undefined, resources: TemplateResources): Route[] {
  return resources
    .ofType("AWS::ApiGateway::Method")
    .filter(({ properties }) => {
      const owner = resources.referred(properties, "RestApiId");
      return owner !== undefined && APIS.has(owner.type) ? owner === api : api === undefined;
    })
    .flatMap((method) => readMethod(method, api, resources));
}

function readMethod(method: Resource, api: Resource | undefined, resources: TemplateResources): Route[] {
  const { properties, declared } = method;
  if (properties === undefined) return [];
  const isInspected = declared.evaluation.policy === "inspect";
  const path = pathOf(method, api, resources) ?? (isInspected ? "" : undefined);
  if (path === undefined) return [];
  const integrations = properties.arms("Integration");
  if (integrations.length === 0) {
    const message = `${method.name} has no Integration; calling it is a configuration error, 500`;
    declared.evaluation.report("definition-not-valid", declared, message);
  }
  const validator = resources.referred(properties, "RequestValidatorId")?.properties;
  const route: Route = {
    path,
    httpMethod: properties.get("HttpMethod")?.text()?.toUpperCase() ?? (isInspected ? "" : "ANY"),
    place: declared.place,
    ...readMethodSettings(properties, validator, properties.get("MethodResponses")?.items() ?? []),
    ...readAuthorization(method, resources),
    requestModels: readModels(properties, resources),
  };
  return integrations.length === 0 ? [route] : integrations.map((arm) => ({ ...route, ...readArm(arm) }));
}

/** From the root of the API down; `undefined`, and reported, where nothing tells it. */
function pathOf(
  { name, declared, properties }: Resource,
  api: Resource | undefined,
  resources: TemplateResources,
): string | undefined {
  const unknown = (reason: string, hint?: string): undefined => {
    declared.evaluation.report("definition-not-valid", declared, `${reason}; the method is left out`, hint);
  };
  const parts: string[] = [];
  let owner: Declared | undefined = properties;
  let property = "ResourceId";
  for (let steps = 0; steps < 64; steps++) {
    const target = resources.referred(owner, property);
    const isRoot = target === undefined ? resources.isRoot(owner, property) : target === api || APIS.has(target.type);
    if (isRoot) return `/${parts.reverse().join("/")}`;
    if (target?.type !== "AWS::ApiGateway::Resource") break;
    const part = target.properties?.get("PathPart")?.text() ?? "";
    if (part === "") {
      const reason = `the path of ${name} leads through ${target.name}, which has no PathPart`;
      return unknown(reason, "CloudFormation refuses such a resource: give it the last part of its path");
    }
    parts.push(part);
    owner = target.properties;
    property = "ParentId";
  }
  return unknown(`the path of ${name} leads to a resource that is not in this template`);
}

function readAuthorization(
  { properties }: Resource,
  resources: TemplateResources,
): Pick<Route, "authorizer" | "isPublic"> {
  const type = properties?.get("AuthorizationType")?.text()?.toUpperCase();
  if (type === "AWS_IAM") return { authorizer: type };
  if (type === undefined || type === "NONE") return readPublic(properties, "AuthorizationType");
  const authorizer = resources.referred(properties, "AuthorizerId");
  return authorizer === undefined ? {} : { authorizer: authorizer.name };
}

function readModels(properties: Declared, resources: TemplateResources): Record<string, unknown> {
  const models = properties.get("RequestModels");
  const byModelName = (name: string): Declared | undefined =>
    resources.ofType("AWS::ApiGateway::Model").find((model) => model.properties?.get("Name")?.text() === name)
      ?.properties;
  return readRequestModels(
    properties,
    // A reference gives the model's name; what is no resource of the template is found by that.
    (key, value) => (resources.referred(models, key)?.properties ?? byModelName(value.text() ?? ""))?.get("Schema"),
    (name) => (resources.named(name)?.properties ?? byModelName(name))?.get("Schema"),
  );
}
