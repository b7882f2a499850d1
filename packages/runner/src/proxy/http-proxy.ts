import type { BackendRequest } from "../integration/backend.js";
import { endpointHeaders } from "../integration/endpoint-headers.js";
import { fillUri } from "../integration/fill-uri.js";
import { integrationMethod, methodBody } from "../integration/integration-method.js";
import { send, sendStreaming } from "../integration/send.js";
import { resolveTarget } from "../integration/target.js";
import type { RoutedExchange } from "../pipeline/exchange.js";
import type { MethodResponse } from "../pipeline/method-response.js";
import type { PayloadKind } from "../pipeline/payload.js";
import { convertRequest } from "../pipeline/steps/request-content-handling.js";
import { mapRequestParameters } from "../pipeline/steps/request-parameters.js";
import { convertResponse } from "../pipeline/steps/response-content-handling.js";
import { HeaderBag } from "../request/headers.js";
import type { PreparedIntegration } from "../route/prepared-route.js";
import { EMPTY_BODY } from "../template/body-text.js";
import { onePiece } from "./function-stream.js";

/** Recorded: a backend sees these only if they are mapped. */
const NOT_PASSED = new Set(["host", "content-encoding"]);

/** HTTP_PROXY: the client's request goes to the backend and the answer back, with mapped parameters and no templates. */
export async function runHttpProxy(exchange: RoutedExchange, prepared: PreparedIntegration): Promise<MethodResponse> {
  const { integration } = prepared;
  const { request: received } = exchange;
  const mapped = mapRequestParameters(exchange, prepared);
  const payload = convertRequest(exchange, integration);
  const headers = new HeaderBag(received.headers.filter(([name]) => !NOT_PASSED.has(name.toLowerCase())));
  const mappedHeaders = mapped.headers.list();
  for (const [name] of mappedHeaders) headers.remove(name);
  for (const [name, value] of mappedHeaders) headers.add(name, value);
  // Recorded: mapped values come behind those of the client.
  const query = [
    ...received.query,
    ...[...mapped.query].flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  ];
  const method = integrationMethod(exchange, integration);
  const uri = fillUri(integration.uri ?? "", mapped.path, exchange.stageVariables);
  const target = resolveTarget(integration, uri, method, query, false);
  const request: BackendRequest = {
    route: exchange.route.route,
    integration,
    target,
    headers: endpointHeaders(exchange, "HTTP_PROXY", target, headers.list()),
    body: methodBody(method, payload.bytes),
    timeoutInMillis: integration.timeoutInMillis,
    client: received,
    requestId: exchange.ids.requestId,
  };
  if (integration.streams) return streamAnswer(exchange, request, payload.kind);
  const answer = await send(exchange, request, payload.kind);
  const status = answer.kind === "response" ? answer.status : 200;
  const body = answer.kind === "response" ? answer.body : answer.payload;
  const handling = prepared.defaultResponse?.contentHandling;
  const converted = convertResponse(exchange, handling, { headers: answer.headers, body });
  return { integrationType: "HTTP_PROXY", status, headers: new HeaderBag(answer.headers), payload: converted };
}

/** The answer as it comes: no content handling. */
async function streamAnswer(
  exchange: RoutedExchange,
  request: BackendRequest,
  bodyKind: PayloadKind,
): Promise<MethodResponse> {
  const answer = await sendStreaming(exchange, { ...request, streams: true }, bodyKind);
  const { headers } = answer;
  const status = answer.kind === "function" ? 200 : answer.status;
  const body = answer.kind === "function" ? answer.payload : answer.body;
  return {
    integrationType: "HTTP_PROXY",
    status,
    headers: new HeaderBag(headers),
    payload: { kind: "binary", bytes: EMPTY_BODY },
    stream: body instanceof Uint8Array ? onePiece(body) : body,
  };
}
