import { matchesWhole } from "@apigw-vtl/compiler";
import type { Authorizer } from "@apigw-vtl/definitions";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { proxyContext } from "../proxy/proxy-event.js";
import { lastValues } from "../request/multi-values.js";
import { identityOf } from "./identity-source.js";
import type { AuthorizerEvent } from "./stand-in.js";
import { unauthorized } from "./unauthorized.js";

export type LambdaAuthorizer = Extract<Authorizer, { kind: "TOKEN" | "REQUEST" }>;

const DEFAULT_SOURCE = "method.request.header.Authorization";

/** What a Lambda authorizer is called with. Throws UNAUTHORIZED, without calling it, if an identity source is missing. */
export function authorizerEvent(exchange: RoutedExchange, authorizer: LambdaAuthorizer): AuthorizerEvent {
  const { identitySources, validationExpression, kind } = authorizer;
  const sources = kind === "TOKEN" && identitySources.length === 0 ? [DEFAULT_SOURCE] : identitySources;
  const identities = sources.map((source) => ({ source, value: identityOf(exchange, source) }));
  const missing = identities.find(({ value }) => value === undefined);
  if (missing !== undefined)
    throw unauthorized(`${missing.source} is missing, from which ${authorizer.name} reads who calls`);
  const methodArn = methodArnOf(exchange);
  if (kind === "TOKEN") {
    const token = identities[0]?.value ?? "";
    if (validationExpression && matchesWhole(validationExpression, token) !== true) {
      throw unauthorized(
        `The token does not match the validation expression ${validationExpression} of ${authorizer.name}`,
      );
    }
    return { type: "TOKEN", authorizationToken: token, methodArn };
  }
  const { request, route, pathParameters, stageVariables } = exchange;
  return {
    type: "REQUEST",
    methodArn,
    resource: route.route.path,
    path: request.path,
    httpMethod: request.httpMethod,
    headers: lastValues(request.headerValues),
    multiValueHeaders: request.headerValues,
    queryStringParameters: lastValues(request.queryValues),
    multiValueQueryStringParameters: request.queryValues,
    pathParameters,
    stageVariables,
    requestContext: proxyContext(exchange),
  };
}

/** `arn:aws:execute-api:us-east-1:123456789012:abcde12345/dev/GET/pets/7` */
export function methodArnOf({ settings, definition, request }: RoutedExchange): string {
  const { region, accountId } = settings;
  return `arn:aws:execute-api:${region}:${accountId}:${definition.id}/${definition.stageName}/${request.httpMethod}${request.path}`;
}
