import { decodeBase64 } from "../binary/base64.js";
import { configurationError, GatewayFailure } from "../gateway-response/gateway-failure.js";
import type { BackendRequest } from "../integration/backend.js";
import { endpointHeaders } from "../integration/endpoint-headers.js";
import { fillUri } from "../integration/fill-uri.js";
import { integrationMethod } from "../integration/integration-method.js";
import { errorMessageOf } from "../integration/lambda-error.js";
import { send, sendStreaming } from "../integration/send.js";
import { resolveTarget } from "../integration/target.js";
import type { RoutedExchange } from "../pipeline/exchange.js";
import type { MethodResponse } from "../pipeline/method-response.js";
import type { Payload } from "../pipeline/payload.js";
import { mapRequestParameters } from "../pipeline/steps/request-parameters.js";
import { HeaderBag } from "../request/headers.js";
import { isBinaryMediaType } from "../request/media-type.js";
import type { PreparedIntegration } from "../route/prepared-route.js";
import { bytesOf, EMPTY_BODY } from "../template/body-text.js";
import { readFunctionStream } from "./function-stream.js";
import { proxyEvent } from "./proxy-event.js";
import { type ProxyResponse, parseProxyResponse } from "./proxy-response.js";

const NO_PATH: ReadonlyMap<string, string> = new Map();

/** AWS_PROXY: the function gets the whole request as an event, and answers with a response of a fixed shape. */
export async function runAwsProxy(exchange: RoutedExchange, prepared: PreparedIntegration): Promise<MethodResponse> {
  const { integration } = prepared;
  // Mappings have no effect, but those of reserved headers are a 500 all the same (recorded).
  mapRequestParameters(exchange, prepared);
  if (integrationMethod(exchange, integration) !== "POST") throw noInvocation(exchange);
  const uri = fillUri(integration.uri ?? "", NO_PATH, exchange.stageVariables);
  const target = resolveTarget(integration, uri, "POST", [], false);
  const request: BackendRequest = {
    route: exchange.route.route,
    integration,
    target,
    headers: endpointHeaders(exchange, "AWS_PROXY", target, []),
    body: bytesOf(JSON.stringify(proxyEvent(exchange))),
    timeoutInMillis: integration.timeoutInMillis,
    client: exchange.request,
    requestId: exchange.ids.requestId,
  };
  if (integration.streams) return streamAnswer(exchange, request);
  return bufferedAnswer(exchange, await send(exchange, request, "text"));
}

/** What a function writes as it comes. A buffered answer, as stubs give it, is taken as if nothing streamed. */
async function streamAnswer(exchange: RoutedExchange, request: BackendRequest): Promise<MethodResponse> {
  const answer = await sendStreaming(exchange, { ...request, streams: true }, "text");
  if (answer.kind !== "stream") return bufferedAnswer(exchange, answer);
  const read = await readFunctionStream(answer.body).catch((error: unknown) => {
    throw functionFailure(exchange, error instanceof Error ? error.message : String(error));
  });
  if (typeof read === "string") throw notStreamed(exchange, read);
  const { status, headers, body } = read;
  return {
    integrationType: "AWS_PROXY",
    status,
    headers: new HeaderBag(headers),
    payload: { kind: "binary", bytes: EMPTY_BODY },
    stream: body,
  };
}

function bufferedAnswer(exchange: RoutedExchange, answer: Awaited<ReturnType<typeof send>>): MethodResponse {
  const payload = answer.kind === "response" ? answer.body : answer.payload;
  if (answer.kind === "function" && answer.failed) throw functionFailure(exchange, errorMessageOf(payload));
  const parsed = parseProxyResponse(payload);
  if (typeof parsed === "string") throw malformed(exchange, parsed);
  return {
    integrationType: "AWS_PROXY",
    status: parsed.status,
    headers: new HeaderBag(parsed.headers),
    payload: payloadOf(exchange, parsed),
  };
}

/** Base64 is decoded only for a client that accepts a binary type. */
function payloadOf({ request, definition, route }: RoutedExchange, { body, isBase64Encoded }: ProxyResponse): Payload {
  if (!isBase64Encoded || !isBinaryMediaType(request.accept, definition.binaryMediaTypes)) {
    return { kind: "text", bytes: bytesOf(body) };
  }
  const decoded = decodeBase64(body);
  if (decoded !== undefined) return { kind: "binary", bytes: decoded };
  throw configurationError("Unable to base64 decode the body", {
    step: "integration",
    explanation: "The function says isBase64Encoded, and its body is no Base64: the service answers 500.",
    place: route.route.integration?.place,
  });
}

/** Lambda knows its `invocations` by POST only: an INTEGRATION_FAILURE, yet with 500 (checked on AWS by LocalStack). */
function noInvocation({ route }: RoutedExchange): GatewayFailure {
  return new GatewayFailure("INTEGRATION_FAILURE", {
    step: "integration",
    status: 500,
    message: "Internal server error",
    explanation:
      "The integration's httpMethod has to be POST: functions are invoked by no other, whatever the client's method is. 500.",
    log: ["Execution failed due to configuration error: Unable to determine service/operation name to be authorized"],
    place: route.route.integration?.place,
  });
}

function functionFailure({ route, ids }: RoutedExchange, message: string): GatewayFailure {
  return new GatewayFailure("DEFAULT_5XX", {
    step: "integration",
    status: 502,
    explanation: `The function failed: ${message}. The client gets a 502 without the reason.`,
    log: [
      `Lambda execution failed with status 200 due to customer function error: ${message}. Lambda request id: ${ids.requestId}`,
    ],
    facts: { error: message },
    place: route.route.integration?.place,
  });
}

/** A function behind `response-streaming-invocations` has to write the form of a stream, whatever it returns. */
function notStreamed({ route }: RoutedExchange, reason: string): GatewayFailure {
  return new GatewayFailure("DEFAULT_5XX", {
    step: "integration",
    status: 502,
    explanation:
      `The function's answer cannot be streamed: ${reason}. It has to write JSON metadata (statusCode, headers, ` +
      "multiValueHeaders, cookies), eight NUL bytes, then the body; in Node by awslambda.streamifyResponse and " +
      "awslambda.HttpResponseStream.from: 502.",
    log: ["Execution failed due to configuration error: Malformed Lambda proxy response"],
    facts: { error: reason },
    place: route.route.integration?.place,
  });
}

function malformed({ route }: RoutedExchange, reason: string): GatewayFailure {
  return new GatewayFailure("DEFAULT_5XX", {
    step: "integration",
    status: 502,
    explanation:
      `The function's answer is no proxy response: ${reason}. It has to be an object with nothing but statusCode, headers, ` +
      "multiValueHeaders, body (a string) and isBase64Encoded: 502.",
    log: ["Execution failed due to configuration error: Malformed Lambda proxy response"],
    facts: { error: reason },
    place: route.route.integration?.place,
  });
}
