import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { RoutedExchange } from "../pipeline/exchange.js";

/** What a template sees: the same request on both sides, with the payload of its side. */
export function templateEvent(exchange: RoutedExchange, body: string): TemplateEvent {
  const { request, pathParameters, stageVariables, context } = exchange;
  return {
    body,
    headers: request.headerValues,
    querystring: request.queryValues,
    path: pathParameters,
    stageVariables,
    context,
  };
}
