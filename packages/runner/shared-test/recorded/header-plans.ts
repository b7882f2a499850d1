import type { Integration } from "@apigw-vtl/definitions";
import type { BackendRequest } from "../../src/index.js";
import { backend, httpbin, httpbinHeaders } from "./backends.js";
import { LAMBDA_URI, oneMethodApi, requestOf, responsesOf } from "./definition.js";
import { bodyOf, headersOf, type Plan, textOf } from "./plan.js";
import type { RecordedCase, RecordedExpectation, RecordedIntegration } from "./recorded-case.js";

const HANDLED_IN_TRANSPORT = ["Content-Length"];

/** `test_apigateway_header_remapping_*`: which headers reach a backend, and which come back. */
export function headerPlan({ context, expected }: RecordedCase): Plan | undefined {
  const { integration, request_headers_sent: sent } = context;
  if (sent === undefined || typeof integration !== "object" || typeof expected === "string") return undefined;
  const isHttp = integration.type === "HTTP" || integration.type === "HTTP_PROXY";
  return {
    definition: oneMethodApi(context, integrationOf(integration)),
    request: requestOf(context, { headers: Object.entries(sent) }),
    backend: isHttp ? httpbin : functionThatEchoes,
    observed: (invocation, request) => ({
      // Without `headers` the case ended before the backend, and the body is the client's.
      ...("headers" in expected
        ? { ...(request && (isHttp ? received(request) : receivedEvent(request, integration.type === "AWS_PROXY"))) }
        : { body: bodyOf(invocation) }),
      "response-headers": headersOf(invocation, "close"),
    }),
    expected: "headers" in expected ? withoutLengthOfEcho(expected) : expected,
  };
}

function integrationOf(recorded: RecordedIntegration): Partial<Integration> {
  return {
    ...(recorded.type && { type: recorded.type }),
    uri: recorded.type?.startsWith("HTTP") ? "https://httpbin.example.com/anything" : LAMBDA_URI,
    httpMethod: "POST",
    requestParameters: recorded.requestParameters ?? {},
    requestTemplates: Object.entries(recorded.requestTemplates ?? {}).map(([contentType, text]) => ({
      contentType,
      text,
    })),
    responses: responsesOf(undefined, null, recorded.responseParameters),
  };
}

/** Lambda: returns the event. */
const functionThatEchoes = backend(({ body, integration }) => {
  const event: unknown = JSON.parse(textOf(body) || "{}");
  const answer = integration.type === "AWS_PROXY" ? { statusCode: 200, body: JSON.stringify(event) } : event;
  return { kind: "function", payload: new TextEncoder().encode(JSON.stringify(answer)), failed: false };
});

function received(request: BackendRequest): object {
  return { body: textOf(request.body), headers: httpbinHeaders(request) };
}

/** What the recorded function told of its event: its `headers`, and its `body` or all of it. */
function receivedEvent({ body }: BackendRequest, isProxy: boolean): object {
  const event = JSON.parse(textOf(body) || "{}");
  return isProxy ? { body: event.body, headers: event.headers } : { body: event, headers: event.headers ?? null };
}

/** The recorded length is that of an echo with the host names and ids of that day. */
function withoutLengthOfEcho(expected: RecordedExpectation): RecordedExpectation {
  const isTimely = (name: string) => HANDLED_IN_TRANSPORT.some((header) => name.endsWith(header));
  const headers = expected["response-headers"] as Readonly<Record<string, string>>;
  const kept = Object.entries(headers).map(([name, value]) => [
    name,
    isTimely(name) && /^\d+$/.test(value) ? "<length>" : value,
  ]);
  return { ...expected, "response-headers": Object.fromEntries(kept) };
}
