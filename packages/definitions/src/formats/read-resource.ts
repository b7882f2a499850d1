import type { Authorizer, FunctionDefinition, MethodResponse, RequestParameter, Route } from "../api-definition.js";
import type { Declared } from "../source/declared.js";
import { makeAuthorizer } from "./authorizer-facts.js";
import { readSchema } from "./json-schema.js";

// Resources whose properties CloudFormation and Terraform have in common: only the spelling of their keys differs, and
// `Declared` reads either.

/** An authorizer. `type`: the one that it has where it names none. */
export function readAuthorizer(authorizer: Declared, name: string, type = ""): Authorizer | undefined {
  return makeAuthorizer({
    name: authorizer.get("name")?.text() ?? name,
    type: authorizer.get("type")?.text() ?? type,
    functionUri: authorizer.get("authorizerUri")?.text(),
    identitySource: authorizer.get("identitySource")?.text(),
    validationExpression: authorizer.get("identityValidationExpression")?.text(),
  });
}

/** What a function says of how it runs. `setting` looks a key up, in what counts for several functions too. */
export function readFunctionSettings(
  setting: (key: string) => Declared | undefined,
): Pick<FunctionDefinition, "handler" | "runtime" | "timeoutSeconds"> {
  const handler = setting("handler")?.text();
  const runtime = setting("runtime")?.text();
  const timeoutSeconds = setting("timeout")?.number();
  return {
    ...(handler !== undefined && { handler }),
    ...(runtime !== undefined && { runtime }),
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
  };
}

/** What a method says of itself, with the validator that it refers to. */
export function readMethodSettings(method: Declared, validator: Declared | undefined, responses: readonly Declared[]) {
  const operationName = method.get("operationName")?.text();
  const declaresMore =
    ["requestParameters", "methodResponses"].some((key) => method.isOpen(key)) ||
    responses.some((response) => response.isOpen("responseParameters"));
  return {
    ...(operationName !== undefined && { operationName }),
    apiKeyRequired: method.get("apiKeyRequired")?.isTrue() ?? false,
    authorizationScopes: method.get("authorizationScopes")?.list() ?? [],
    validator: readValidator(validator),
    requestParameters: requestParameters(method.get("requestParameters")),
    methodResponses: responses.flatMap(readMethodResponse),
    ...(declaresMore && { declaresMore }),
  } as const satisfies Partial<Route>;
}

/** Of a method whose file itself says that anybody may call it; what a parameter says, the deployment may say otherwise. */
export function readPublic(method: Declared | undefined, key: string): Pick<Route, "isPublic"> {
  const node = method?.unsettled(key)?.node;
  return node?.kind === "scalar" && String(node.value).toUpperCase() === "NONE" ? { isPublic: true } : {};
}

/** `method.request.header.X-Test: true`; `isRequired` tells of a value where it says more than that. */
export function requestParameters(
  declared: Declared | undefined,
  isRequired = (value: Declared): boolean => value.isTrue(),
): RequestParameter[] {
  return (declared?.entries() ?? []).flatMap(({ key, value }) => requestParameter(key, isRequired(value)));
}

/** `method.request.header.X-Test` declares that header; a text that is no such name declares nothing. */
export function requestParameter(text: string, required: boolean): RequestParameter[] {
  const [, location, name] = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(text) ?? [];
  if (location !== "path" && location !== "querystring" && location !== "header") return [];
  return name === undefined ? [] : [{ location, name, required }];
}

/** What a validator checks. */
export const readValidator = (validator: Declared | undefined): Route["validator"] => ({
  body: validator?.get("validateRequestBody")?.isTrue() ?? false,
  parameters: validator?.get("validateRequestParameters")?.isTrue() ?? false,
});

/** `method.response.header.Location: true` declares `Location`. */
function readMethodResponse(response: Declared): MethodResponse[] {
  const statusCode = response.get("statusCode")?.text();
  if (statusCode === undefined) return [];
  const parameters = response.get("responseParameters")?.entries() ?? [];
  return [
    { statusCode, headers: parameters.flatMap(({ key }) => /^method\.response\.header\.(.+)$/.exec(key)?.[1] ?? []) },
  ];
}

/** The models of a method by content type. `schemaOf` finds the schema that an entry means, `named` one by its name. */
export function readRequestModels(
  method: Declared,
  schemaOf: (contentType: string, model: Declared) => Declared | undefined,
  named: (name: string) => Declared | undefined,
): Record<string, unknown> {
  const models = method.get("requestModels")?.entries() ?? [];
  return Object.fromEntries(
    models.flatMap(({ key, value }) => {
      const schema = schemaOf(key, value);
      return schema === undefined ? [] : [[key, readSchema(schema, named)] as const];
    }),
  );
}
