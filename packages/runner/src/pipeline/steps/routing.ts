import { contextOf } from "../../context/request-context.js";
import { GatewayFailure } from "../../gateway-response/gateway-failure.js";
import { javaMap } from "../../log/java-map.js";
import { loggedPayload } from "../../log/logged-payload.js";
import { nearestRoutes } from "../../route/nearest-routes.js";
import type { Router } from "../../route/router.js";
import type { Exchange, RoutedExchange } from "../exchange.js";
import type { Message } from "../invocation.js";
import { receivedPayload } from "../payload.js";
import type { PipelineParts } from "../pipeline.js";

const MOST_ROUTES = 3;

/** What may be meant instead. */
function adviceFor({ definition, request: { httpMethod, path } }: Exchange, router: Router): string {
  const { routes, stageName } = definition;
  if (routes.length === 0) return "The API has no method at all.";
  const below = path.startsWith(`/${stageName}/`) ? path.slice(stageName.length + 1) : undefined;
  if (below !== undefined && router.find(httpMethod, below) !== undefined) {
    return `${stageName} is the stage, which is no part of the path here: ${httpMethod} ${below} has a method.`;
  }
  const methods = new Set(routes.map((route) => route.httpMethod));
  const others = [...methods].filter((method) => router.find(method, path) !== undefined).sort();
  if (others.length > 0) return `This path has ${others.join(", ")}.`;
  const nearest = nearestRoutes(routes, httpMethod, path, MOST_ROUTES).map(
    (route) => `${route.httpMethod} ${route.path}`,
  );
  if (routes.length === 1) return `The API's only method is ${nearest.join("")}.`;
  return `The nearest of the API's ${routes.length} methods: ${nearest.join(", ")}.`;
}

/** Finds the method of the request; without one the service answers as if a token were missing. */
export function routeRequest(exchange: Exchange, { router, api, time }: PipelineParts): RoutedExchange {
  const { request, log, steps, ids, settings } = exchange;
  const found = router.find(request.httpMethod, request.path);
  const { resourcePath, pathParameters } = found
    ? { resourcePath: found.route.route.path, pathParameters: found.pathParameters }
    : router.deepest(request.path);
  // Gateway responses see all of it, also where there is no method: documented for `stage`, `resourcePath` and a parameter
  // of the path, by a request for `/pets/5/type` where the API has `/pets/{petId}`.
  exchange.context = contextOf(api, settings, request, resourcePath, ids, time);
  exchange.pathParameters = pathParameters;
  const { httpMethod, url, headers, body } = request;
  const input: Message = { method: httpMethod, url, headers, body };
  log.add(`Starting execution for request: ${ids.requestId}`);
  if (found === undefined) {
    throw new GatewayFailure("MISSING_AUTHENTICATION_TOKEN", {
      step: "routing",
      explanation: () =>
        `No resource with a method for ${request.httpMethod} ${request.path}. For a path or a method that an API does ` +
        `not have, the service answers 403 Missing Authentication Token. ${adviceFor(exchange, router)}`,
      facts: { method: request.httpMethod, path: request.path },
      input,
    });
  }
  const { route } = found;
  const routed: RoutedExchange = { ...exchange, route };
  log.add(() => `HTTP Method: ${request.httpMethod}, Resource Path: ${route.route.path}`);
  log.add(() => `Method request path: ${javaMap(Object.entries(pathParameters))}`);
  log.add(() => `Method request query string: ${javaMap(request.query)}`);
  log.add(() => `Method request headers: ${javaMap(request.headers)}`);
  const payload = receivedPayload(exchange.definition, request.contentType, request.body);
  log.add(() => `Method request body before transformations: ${loggedPayload(payload)}`);
  steps.add("routing", () => ({
    explanation: `${request.httpMethod} ${request.path} goes to the method ${route.route.httpMethod} of ${route.route.path}.`,
    facts: { method: route.route.httpMethod, resource: route.route.path, ...pathParameters },
    input,
    ...(route.route.place && { place: route.route.place }),
  }));
  return routed;
}
