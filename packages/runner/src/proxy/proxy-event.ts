import { encodeBase64 } from "../binary/base64.js";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { isBinaryMediaType } from "../request/media-type.js";
import { lastValues, type MultiValues } from "../request/multi-values.js";
import { textOf } from "../template/body-text.js";

/** The event of a function behind AWS_PROXY, with the keys that were recorded. */
export function proxyEvent(exchange: RoutedExchange): Readonly<Record<string, unknown>> {
  const { request, route, pathParameters, stageVariables, definition } = exchange;
  const isBase64Encoded =
    request.body.length > 0 && isBinaryMediaType(request.contentType, definition.binaryMediaTypes);
  return {
    resource: route.route.path,
    path: request.path,
    httpMethod: request.httpMethod,
    headers: orNull(request.headerValues, lastValues),
    multiValueHeaders: orNull(request.headerValues, same),
    queryStringParameters: orNull(request.queryValues, lastValues),
    multiValueQueryStringParameters: orNull(request.queryValues, same),
    pathParameters: isEmpty(pathParameters) ? null : pathParameters,
    stageVariables: isEmpty(stageVariables) ? null : stageVariables,
    requestContext: proxyContext(exchange),
    body: request.body.length === 0 ? null : isBase64Encoded ? encodeBase64(request.body) : textOf(request.body),
    isBase64Encoded,
  };
}

/** `$context` as functions see it: without the overrides of templates. */
export function proxyContext({ context }: RoutedExchange): Readonly<Record<string, unknown>> {
  const { requestOverride: _, responseOverride: __, ...rest } = context;
  return rest;
}

function orNull(values: MultiValues, convert: (values: MultiValues) => object): object | null {
  return isEmpty(values) ? null : convert(values);
}

const same = (values: MultiValues) => values;

function isEmpty(map: object): boolean {
  for (const _ in map) return false;
  return true;
}
