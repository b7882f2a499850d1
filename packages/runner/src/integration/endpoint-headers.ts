import type { IntegrationType } from "@apigw-vtl/definitions";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { HeaderBag, headerOf } from "../request/headers.js";
import type { BackendTarget, HeaderList } from "./backend.js";
import { carriesBody } from "./integration-method.js";

/** These never reach a backend, even if a template sets them. */
const DROPPED = ["expect", "proxy-authenticate", "te"];
const DROPPED_BY: Readonly<Record<Exclude<IntegrationType, "MOCK">, ReadonlySet<string>>> = {
  AWS: new Set([...DROPPED, "referer"]),
  AWS_PROXY: new Set(DROPPED),
  HTTP: new Set([...DROPPED, "via"]),
  HTTP_PROXY: new Set([...DROPPED, "via"]),
};

/** The headers of the request to the backend: those that were mapped, and the service's own (recorded). */
export function endpointHeaders(
  exchange: RoutedExchange,
  type: Exclude<IntegrationType, "MOCK">,
  target: BackendTarget,
  mapped: HeaderList,
): HeaderList {
  const { definition, ids, request } = exchange;
  const dropped = DROPPED_BY[type];
  const headers = new HeaderBag(mapped.filter(([name]) => !dropped.has(name.toLowerCase())));
  if (target.kind === "lambda") {
    headers.setDefault("x-amzn-lambda-integration-tag", ids.requestId);
    headers.setDefault("x-amzn-apigateway-api-id", definition.id);
  }
  headers.setDefault("Accept", "application/json");
  headers.setDefault("User-Agent", `AmazonAPIGateway_${definition.id}`);
  headers.setDefault("X-Amzn-Trace-Id", headerOf(request.headers, "x-amzn-trace-id") ?? ids.traceId);
  if (target.kind === "http") headers.setDefault("X-Amzn-Apigateway-Api-Id", definition.id);
  if (carriesBody(request.httpMethod)) {
    headers.setDefault("Content-Type", headerOf(request.headers, "content-type") ?? "application/json");
  }
  return headers.list();
}
