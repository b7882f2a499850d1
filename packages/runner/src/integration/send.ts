import { configurationError, GatewayFailure } from "../gateway-response/gateway-failure.js";
import { httpDate } from "../log/date.js";
import { javaMap } from "../log/java-map.js";
import { loggedPayload } from "../log/logged-payload.js";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { type PayloadKind, receivedPayload } from "../pipeline/payload.js";
import { MAX_BODY_BYTES } from "../request/front-answer.js";
import { headerOf } from "../request/headers.js";
import { contentTypeOf } from "../request/media-type.js";
import { askBackends } from "./ask-backends.js";
import type { BackendRequest, BackendResponse, HeaderList } from "./backend.js";

type Buffered = Extract<BackendResponse, { kind: "response" | "function" }> & { readonly headers: HeaderList };
type Streamed = Extract<BackendResponse, { kind: "stream" }>;

/** Sends the integration's request and notes what went out and what came back. No answer ends in a 504. */
export async function send(
  exchange: RoutedExchange,
  request: BackendRequest,
  bodyKind: PayloadKind,
): Promise<Buffered> {
  const answer = await sendStreaming(exchange, { ...request, streams: false }, bodyKind);
  if (answer.kind === "stream") throw new Error("a backend streams what nobody has asked it to stream");
  return answer;
}

/** The same for an answer that may stream: what comes of its body is for the caller to note. */
export async function sendStreaming(
  exchange: RoutedExchange,
  request: BackendRequest,
  bodyKind: PayloadKind,
): Promise<Buffered | Streamed> {
  const { definition, log, settings, steps } = exchange;
  const { target } = request;
  log.add(() => `Endpoint request URI: ${target.url}`);
  log.add(() => `Endpoint request headers: ${javaMap(request.headers)}`);
  log.add(
    () => `Endpoint request body after transformations: ${loggedPayload({ kind: bodyKind, bytes: request.body })}`,
  );
  log.add(() => `Sending request to ${target.url}`);
  const started = settings.clock();
  const { answer, by } = await askBackends(exchange, request);
  // What was local is never called AWS.
  const who = by === undefined ? target.url : `${by}, in the place of ${target.url},`;
  const latency = settings.clock() - started;
  if (answer.kind === "timeout") {
    throw new GatewayFailure("INTEGRATION_TIMEOUT", {
      step: "integration",
      explanation: `No answer from ${who} within ${request.timeoutInMillis} ms: 504.`,
      log: ["Execution failed due to a timeout error"],
      facts: { url: target.url, timeoutInMillis: String(request.timeoutInMillis) },
      place: request.integration.place,
    });
  }
  if (answer.kind === "failure") {
    throw new GatewayFailure("INTEGRATION_FAILURE", {
      step: "integration",
      explanation: `${sentence(who)} could not be reached: ${answer.message}`,
      log: [`Execution failed due to a network error communicating with endpoint: ${answer.message}`],
      facts: { url: target.url, error: answer.message },
      place: request.integration.place,
    });
  }
  if (answer.kind === "stream") {
    const { status, headers } = answer;
    log.add(`Received response. Status: ${status}, Integration latency: ${latency} ms`);
    log.add(() => `Endpoint response headers: ${javaMap(headers)}`);
    steps.add("integration", () => ({
      explanation: `${sentence(who)} answered ${status} after ${latency} ms; its body streams.`,
      facts: { type: request.integration.type, url: target.url, ...(by !== undefined && { answeredBy: by }) },
      input: {
        method: "method" in target ? target.method : "POST",
        url: target.url,
        headers: request.headers,
        body: request.body,
      },
      output: { status, headers },
      ...(request.integration.place && { place: request.integration.place }),
    }));
    return answer;
  }
  const status = answer.kind === "response" ? answer.status : 200;
  const body = answer.kind === "response" ? answer.body : answer.payload;
  const headers = answer.kind === "response" ? answer.headers : functionHeaders(exchange, answer.payload);
  if (body.length > MAX_BODY_BYTES) {
    throw configurationError(
      `Integration response of reported length ${body.length} is larger than allowed maximum of ${MAX_BODY_BYTES} bytes.`,
      {
        step: "integration",
        explanation: `${sentence(who)} answered with ${body.length} bytes, and the service takes ${MAX_BODY_BYTES}: 500.`,
        facts: { url: target.url, bytes: String(body.length) },
        place: request.integration.place,
      },
    );
  }
  const answered = receivedPayload(definition, contentTypeOf(headerOf(headers, "content-type")), body);
  log.add(`Received response. Status: ${status}, Integration latency: ${latency} ms`);
  log.add(() => `Endpoint response headers: ${javaMap(headers)}`);
  log.add(() => `Endpoint response body before transformations: ${loggedPayload(answered)}`);
  steps.add("integration", () => ({
    explanation: `${sentence(who)} answered ${status} in ${latency} ms.`,
    facts: {
      type: request.integration.type,
      url: target.url,
      ...(by !== undefined && { answeredBy: by }),
      status: String(status),
      latency: `${latency} ms`,
    },
    input: {
      method: target.kind === "lambda" ? "POST" : target.method,
      url: target.url,
      headers: request.headers,
      body: request.body,
    },
    output: { status, headers, body },
    ...(request.integration.place && { place: request.integration.place }),
  }));
  return { ...answer, headers };
}

const sentence = (text: string): string => text.replace(/^the /, "The ");

/** What Lambda's own API answers with around a function's payload (recorded). */
function functionHeaders({ ids, settings }: RoutedExchange, payload: Uint8Array): HeaderList {
  return [
    ["Date", httpDate(settings.clock())],
    ["Content-Type", "application/json"],
    ["Content-Length", String(payload.length)],
    ["Connection", "keep-alive"],
    ["x-amzn-RequestId", ids.requestId],
    ["x-amzn-Remapped-Content-Length", "0"],
    ["X-Amz-Executed-Version", "$LATEST"],
    ["X-Amzn-Trace-Id", ids.traceId],
  ];
}
