import type { IntegrationType } from "@apigw-vtl/definitions";
import { javaMap } from "../../log/java-map.js";
import { loggedPayload } from "../../log/logged-payload.js";
import { HeaderBag, headerValue, isHeaderName } from "../../request/headers.js";
import type { RoutedExchange } from "../exchange.js";
import type { ClientResponse } from "../invocation.js";
import type { MethodResponse } from "../method-response.js";

/** Recorded for HTTP_PROXY, the request id for a backend that is another API or a function URL. */
const REMAPPED_OF_PROXIES = ["connection", "content-length", "date", "server", "x-amzn-requestid", "www-authenticate"];

/** Recorded for AWS and HTTP, `full-integration`. */
const REMAPPED = [
  ...REMAPPED_OF_PROXIES,
  "authorization",
  "content-md5",
  "expect",
  "host",
  "max-forwards",
  "proxy-authenticate",
  "trailer",
  "upgrade",
  "user-agent",
];

const DROPPED_OF_HTTP_PROXY = ["transfer-encoding", "content-encoding", "via"];

interface HeaderRules {
  readonly remapped: ReadonlySet<string>;
  readonly dropped: ReadonlySet<string>;
  readonly traceId: boolean;
}

const mapped: HeaderRules = { remapped: new Set(REMAPPED), dropped: new Set(["transfer-encoding"]), traceId: true };

const rules: Readonly<Record<IntegrationType, HeaderRules>> = {
  AWS: mapped,
  HTTP: mapped,
  MOCK: { ...mapped, traceId: false },
  AWS_PROXY: { ...mapped, remapped: new Set(REMAPPED_OF_PROXIES) },
  HTTP_PROXY: {
    remapped: new Set(REMAPPED_OF_PROXIES),
    dropped: new Set(DROPPED_OF_HTTP_PROXY),
    traceId: false,
  },
};

/** Renames the headers that are the service's own to set, and adds these. */
export function finishResponse(exchange: RoutedExchange, method: MethodResponse): ClientResponse {
  const { log, steps, ids } = exchange;
  const { remapped, dropped, traceId } = rules[method.integrationType];
  const before = method.headers.list();
  const headers = new HeaderBag();
  // The order of the console's TEST: first the trace.
  if (traceId && !method.headers.has("x-amzn-trace-id")) headers.add("X-Amzn-Trace-Id", ids.traceId);
  for (const [name, value] of before) {
    const lower = name.toLowerCase();
    if (dropped.has(lower)) continue;
    if (isHeaderName(name)) headers.add(remapped.has(lower) ? `x-amzn-Remapped-${name}` : name, headerValue(value));
  }
  headers.setDefault("Content-Type", "application/json");
  const logged = headers.list();
  if (method.stream === undefined)
    log.add(() => `Method response body after transformations: ${loggedPayload(method.payload)}`);
  log.add(() => `Method response headers: ${javaMap(logged)}`);
  log.add("Successfully completed execution");
  log.add(`Method completed with status: ${method.status}`);
  headers.add("x-amzn-RequestId", ids.requestId);
  headers.add("x-amz-apigw-id", ids.extendedRequestId);
  const response = { status: method.status, headers: headers.list(), body: method.payload.bytes };
  steps.add("header-remapping", () => {
    const renamed = before.map(([name]) => name).filter((name) => remapped.has(name.toLowerCase()));
    return {
      explanation:
        renamed.length === 0
          ? "No header had to be renamed; the service adds its own."
          : `Headers that the service sets itself are renamed to x-amzn-Remapped-…: ${renamed.join(", ")}.`,
      input: { headers: before },
      output: response,
    };
  });
  return response;
}
