import type { ApiDefinition, Integration, IntegrationResponse, Route } from "@apigw-vtl/definitions";
import type { GatewayRequest } from "../../src/index.js";
import { apiWith, integration, route } from "../../src/testing/definitions.js";
import type { RecordedContext, RecordedResponses } from "./recorded-case.js";

export const LAMBDA_URI =
  "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/" +
  "arn:aws:lambda:us-east-1:111111111111:function:recorded/invocations";

export function template(text: string | null | undefined, contentType = "application/json") {
  return text === null || text === undefined ? [] : [{ contentType, text }];
}

/** Responses by status, `{200: {selectionPattern: ""}}`, all with the same template. */
export function responsesOf(
  responses: RecordedResponses | undefined,
  text: string | null | undefined,
  parameters: Readonly<Record<string, string>> = {},
): readonly IntegrationResponse[] {
  return Object.entries(responses ?? { 200: {} }).map(([statusCode, { selectionPattern }]) => ({
    statusCode,
    ...(selectionPattern !== undefined && { selectionPattern }),
    responseParameters: parameters,
    responseTemplates: template(text),
  }));
}

/** An API with one method, whose resource has a parameter for each path parameter of the recording. */
export function oneMethodApi(
  { path = {} }: RecordedContext,
  parts: Partial<Integration>,
  more: Partial<Route> = {},
  api: Partial<ApiDefinition> = {},
): ApiDefinition {
  const names = Object.keys(path).map((name) => `/{${name}}`);
  return {
    ...apiWith(route({ path: names.join("") || "/", integration: integration(parts), ...more })),
    stageName: "test",
    ...api,
  };
}

export function requestOf(context: RecordedContext, parts: Partial<GatewayRequest> = {}): GatewayRequest {
  const values = Object.values(context.path ?? {}).map((value) => `/${encodeURI(value)}`);
  return {
    httpMethod: context.method ?? (context.body === undefined ? "GET" : "POST"),
    path: values.join("") || "/",
    queryString: "",
    headers: Object.entries(context.headers ?? {}),
    body: new TextEncoder().encode(context.body ?? ""),
    ...parts,
  };
}
