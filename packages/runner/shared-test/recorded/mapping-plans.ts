import { backend, headersOnTheWire } from "./backends.js";
import { LAMBDA_URI, oneMethodApi, responsesOf } from "./definition.js";
import { headersOf, type Plan, textOf } from "./plan.js";
import type { RecordedCase } from "./recorded-case.js";

/**
 * Two recordings of one request and its parameter mappings, which the cases only point at ("see the test"); they are
 * those of `localstack/tests/aws/services/apigateway`, `test_http_proxy_integration_request_data_mappings`.
 */
const requestParameters = {
  "integration.request.header.headerVar": "method.request.header.foobar",
  "integration.request.path.qsVar": "method.request.querystring.testVar",
  "integration.request.path.pathVar": "method.request.path.pathVariable",
  "integration.request.querystring.queryString": "method.request.querystring.testQueryString",
  "integration.request.querystring.testQs": "method.request.querystring.testQueryString",
  "integration.request.querystring.testEmptyQs": "method.request.header.emptyheader",
};

const request = {
  httpMethod: "POST",
  path: "/foobar",
  queryString: "testVar=bar&testQueryString=foo",
  headers: [
    ["Content-Type", "application/json"],
    ["User-Agent", "test/integration"],
    ["Accept", "application/json"],
    ["Accept-Encoding", "gzip, deflate"],
    ["foobar", "mapped-value"],
    ["headerVar", "request-value"],
  ],
  body: new TextEncoder().encode('{"message": "hello world"}'),
} as const;

export function mappingPlan({ name, context, expected }: RecordedCase): Plan | undefined {
  const { integration } = context;
  if (!name.endsWith("_request_data_mapping") && !name.endsWith("_request_data_mappings")) return undefined;
  if (typeof integration !== "object" || typeof expected === "string") return undefined;
  return integration.type === "AWS_PROXY" ? proxyEventPlan() : proxyRequestPlan(integration.uri ?? "");
}

function proxyRequestPlan(uri: string): Plan {
  return {
    definition: oneMethodApi(
      { path: { pathVariable: "" } },
      {
        type: "HTTP_PROXY",
        uri: uri.replace("<echo>", "https://function.example.com/"),
        httpMethod: "POST",
        requestParameters,
        responses: responsesOf(undefined, null),
      },
    ),
    request,
    backend: echoServer,
    observed: (invocation) => ({
      status_code: invocation.response.status,
      headers: Object.fromEntries(
        Object.entries(headersOf(invocation)).map(([key, value]) => [key.toLowerCase(), value]),
      ),
      content: JSON.parse(textOf(invocation.response.body)),
    }),
  };
}

/** A function behind a URL that tells what it got: values of one name joined by commas, no headers with `x-`. */
const echoServer = backend((sent) => {
  const url = new URL(sent.target.url);
  const args: Record<string, string> = {};
  for (const [name, value] of url.searchParams)
    args[name] = args[name] === undefined ? value : `${args[name]},${value}`;
  const headers = Object.entries(headersOnTheWire(sent)).map(([name, value]) => [name.toLowerCase(), value] as const);
  const content = {
    args,
    data: JSON.parse(textOf(sent.body)),
    domain: url.host,
    headers: Object.fromEntries(headers.filter(([name]) => !name.startsWith("x-"))),
    method: sent.target.kind === "http" ? sent.target.method : "",
    origin: "127.0.0.1",
    path: url.pathname,
  };
  const body = new TextEncoder().encode(JSON.stringify(content));
  return {
    kind: "response",
    status: 200,
    headers: [
      ["Content-Type", "application/json"],
      ["Date", new Date(0).toUTCString()],
      ["Connection", "keep-alive"],
      ["Content-Length", String(body.length)],
      ["x-amzn-RequestId", "id-of-the-function"],
      ["X-Amzn-Trace-Id", "Root=1-0-0"],
    ],
    body,
  };
});

/** An edge-optimized API: CloudFront's headers come with the request. */
const cloudFrontHeaders = [
  "CloudFront-Forwarded-Proto: https",
  "CloudFront-Is-Desktop-Viewer: true",
  "CloudFront-Is-Mobile-Viewer: false",
  "CloudFront-Is-SmartTV-Viewer: false",
  "CloudFront-Is-Tablet-Viewer: false",
  "CloudFront-Viewer-ASN: 1",
  "CloudFront-Viewer-Country: AT",
  "Via: 1.1 edge",
  "X-Amz-Cf-Id: id",
].map((line) => line.split(": ") as [string, string]);

function proxyEventPlan(): Plan {
  return {
    definition: oneMethodApi(
      { path: { pathVariable: "" } },
      { type: "AWS_PROXY", uri: LAMBDA_URI, httpMethod: "POST", requestParameters },
    ),
    request: { ...request, headers: [...request.headers, ...cloudFrontHeaders] },
    accountId: "111111111111",
    backend: backend(() => ({ kind: "function", payload: new TextEncoder().encode("{}"), failed: false })),
    observed: (invocation, sent) => {
      const event = JSON.parse(textOf(sent?.body ?? new Uint8Array(0)));
      // The recorded function has parsed its body.
      return { status_code: invocation.response.status, content: { ...event, body: JSON.parse(event.body) } };
    },
  };
}
