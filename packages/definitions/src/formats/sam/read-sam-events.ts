import type { RequestParameter, Route } from "../../api-definition.js";
import type { Declared } from "../../source/declared.js";
import { functionName } from "../cloudformation/read-functions.js";
import type { Resource, TemplateResources } from "../cloudformation/template-resources.js";
import { deploymentAccount, functionArn } from "../deployment-account.js";
import { readSchema } from "../json-schema.js";
import { lambdaProxy } from "../lambda-proxy.js";
import { requestParameter, requestParameters } from "../read-resource.js";
import type { SamAuth } from "./read-sam-auth.js";

/** The routes of functions' `Api` events that belong to an API, the implicit one if `api` is `undefined`. */
export function readEventRoutes(
  api: Resource | undefined,
  resources: TemplateResources,
  models: Declared | undefined,
  auth: SamAuth,
): Route[] {
  return resources.ofType("AWS::Serverless::Function").flatMap((owner) =>
    (owner.properties?.get("Events")?.entries() ?? []).flatMap(({ value: event }) => {
      if (event.get("Type")?.text() !== "Api") return [];
      const properties = event.get("Properties");
      if (properties === undefined || resources.referred(properties, "RestApiId") !== api) return [];
      return readEvent(properties, owner, resources, models, auth);
    }),
  );
}

/** Whether a function of the template has an event for the implicit API. */
export function hasImplicitApi(resources: TemplateResources): boolean {
  return resources
    .ofType("AWS::Serverless::Function")
    .some(({ properties }) =>
      (properties?.get("Events")?.entries() ?? []).some(
        ({ value }) =>
          value.get("Type")?.text() === "Api" && resources.referred(value.get("Properties"), "RestApiId") === undefined,
      ),
    );
}

function readEvent(
  event: Declared,
  owner: Resource,
  resources: TemplateResources,
  models: Declared | undefined,
  auth: SamAuth,
): Route[] {
  const path = event.get("Path")?.text();
  const method = event.get("Method")?.text()?.toUpperCase();
  if (path === undefined || method === undefined) {
    event.evaluation.report(
      "definition-not-valid",
      event,
      `an Api event of ${owner.name} has no Path or no Method; left out`,
    );
    return [];
  }
  const account = deploymentAccount(resources.evaluation.parameters);
  const authorizer = event.get("Auth", "Authorizer")?.text() ?? auth.ofDefinition.authorizer;
  const model = event.get("RequestModel");
  const modelName = model?.get("Model")?.text();
  const schema = modelName === undefined ? undefined : models?.get(modelName);
  return [
    {
      path,
      httpMethod: method === "X-AMAZON-APIGATEWAY-ANY-METHOD" ? "ANY" : method,
      place: event.place,
      apiKeyRequired: event.get("Auth", "ApiKeyRequired")?.isTrue() ?? auth.ofDefinition.apiKeyRequired,
      ...(authorizer !== undefined && authorizer !== "NONE" && { authorizer }),
      authorizationScopes: event.get("Auth", "AuthorizationScopes")?.list() ?? [],
      validator: {
        body: model?.get("ValidateBody")?.isTrue() ?? false,
        parameters: model?.get("ValidateParameters")?.isTrue() ?? false,
      },
      requestParameters: eventParameters(event.get("RequestParameters")),
      requestModels:
        schema === undefined ? {} : { "application/json": readSchema(schema, (name) => models?.get(name)) },
      methodResponses: [],
      integration: lambdaProxy(
        functionArn(account, functionName(owner)),
        account,
        event.place,
        event.get("ResponseTransferMode")?.text() === "RESPONSE_STREAM",
      ),
    },
  ];
}

/** `- method.request.header.X`, or with settings `- method.request.header.X: {Required: true}`. */
function eventParameters(declared: Declared | undefined): RequestParameter[] {
  const isRequired = (settings: Declared): boolean => settings.get("Required")?.isTrue() ?? false;
  return (declared?.items() ?? []).flatMap((item) =>
    item.isMap ? requestParameters(item, isRequired) : requestParameter(item.text() ?? "", false),
  );
}
