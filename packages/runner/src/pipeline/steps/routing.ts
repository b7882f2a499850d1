import { contextOf } from "../../context/request-context.js";
import { GatewayFailure } from "../../gateway-response/gateway-failure.js";
import { javaMap, truncated } from "../../log/java-map.js";
import type { Router } from "../../route/router.js";
import { textOf } from "../../template/body-text.js";
import type { Exchange, RoutedExchange } from "../exchange.js";
import type { PipelineParts } from "../pipeline.js";

/** What may be meant instead. */
function adviceFor({ definition, request: { httpMethod, path } }: Exchange, router: Router): string {
  const { routes, stageName } = definition;
  const below = path.startsWith(`/${stageName}/`) ? path.slice(stageName.length + 1) : undefined;
  if (below !== undefined && router.find(httpMethod, below) !== undefined) {
    return `${stageName} is the stage, which is no part of the path here: ${httpMethod} ${below} has a method.`;
  }
  const methods = new Set(routes.map((route) => route.httpMethod));
  const others = [...methods].filter((method) => router.find(method, path) !== undefined).sort();
  if (others.length > 0) return `This path has ${others.join(", ")}.`;
  return "Check the path (without the stage), or add the method.";
}

/** Finds the method of the request; without one the service answers as if a token were missing. */
export function routeRequest(exchange: Exchange, { router, api, time }: PipelineParts): RoutedExchange {
  const { request, log, steps, ids, settings } = exchange;
  const found = router.find(request.httpMethod, request.path);
  log.add(`Starting execution for request: ${ids.requestId}`);
  if (found === undefined) {
    throw new GatewayFailure("MISSING_AUTHENTICATION_TOKEN", {
      step: "routing",
      explanation:
        `No resource with a method for ${request.httpMethod} ${request.path}. For a path or a method that an API does ` +
        `not have, the service answers 403 Missing Authentication Token. ${adviceFor(exchange, router)}`,
      facts: { method: request.httpMethod, path: request.path },
    });
  }
  const { route, pathParameters } = found;
  const routed: RoutedExchange = {
    ...exchange,
    route,
    pathParameters,
    context: contextOf(api, settings, request, route, ids, time),
  };
  log.add(() => `HTTP Method: ${request.httpMethod}, Resource Path: ${route.route.path}`);
  log.add(() => `Method request path: ${javaMap(Object.entries(pathParameters))}`);
  log.add(() => `Method request query string: ${javaMap(request.query)}`);
  log.add(() => `Method request headers: ${javaMap(request.headers)}`);
  log.add(() => `Method request body before transformations: ${truncated(textOf(request.body))}`);
  steps.add("routing", () => ({
    explanation: `${request.httpMethod} ${request.path} goes to the method ${route.route.httpMethod} of ${route.route.path}.`,
    facts: { method: route.route.httpMethod, resource: route.route.path, ...pathParameters },
    input: { method: request.httpMethod, url: request.path, headers: request.headers, body: request.body },
    ...(route.route.place && { place: route.route.place }),
  }));
  return routed;
}
