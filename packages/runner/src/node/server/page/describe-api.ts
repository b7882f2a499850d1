import type { Integration, RequestParameter, Route } from "@apigw-vtl/definitions";
import type { ServedApi } from "../served-api.js";

/** What the page shows of an API before a request is sent. */
export interface PageApi {
  readonly name: string;
  readonly id: string;
  readonly stageName: string;
  readonly stageVariables: Readonly<Record<string, string>>;
  readonly routes: readonly PageRoute[];
  /** Why the files as they are now are not what is served. */
  readonly problem?: string;
}

export interface PageRoute {
  readonly httpMethod: string;
  readonly path: string;
  readonly operationName?: string;
  readonly parameters: readonly RequestParameter[];
  /** Content types of the models that bodies are checked against. */
  readonly modelTypes: readonly string[];
  readonly apiKeyRequired: boolean;
  readonly authorizer?: string;
  readonly integration?: PageIntegration;
}

interface PageIntegration extends Pick<Integration, "type" | "uri" | "httpMethod"> {
  /** Content types of the request templates. */
  readonly templateTypes: readonly string[];
}

export function describeApi({ gateway, problem }: ServedApi): PageApi {
  const { name, id, stageName, stageVariables, routes } = gateway.definition;
  return {
    name,
    id,
    stageName,
    stageVariables,
    routes: routes.map(describeRoute),
    ...(problem === undefined ? {} : { problem }),
  };
}

function describeRoute(route: Route): PageRoute {
  const { httpMethod, path, operationName, apiKeyRequired, authorizer, integration } = route;
  return {
    httpMethod,
    path,
    ...(operationName === undefined ? {} : { operationName }),
    parameters: route.requestParameters,
    modelTypes: Object.keys(route.requestModels),
    apiKeyRequired,
    ...(authorizer === undefined ? {} : { authorizer }),
    ...(integration === undefined ? {} : { integration: describeIntegration(integration) }),
  };
}

function describeIntegration({ type, uri, httpMethod, requestTemplates }: Integration): PageIntegration {
  return {
    type,
    ...(uri === undefined ? {} : { uri }),
    ...(httpMethod === undefined ? {} : { httpMethod }),
    templateTypes: requestTemplates.map(({ contentType }) => contentType),
  };
}
