import type { ClientResponse, GatewayRequest } from "../pipeline/invocation.js";

/** An answer that the service gives before it knows the API: no gateway response and no CORS header applies to it. */
export interface FrontAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** For the log. */
  readonly reason: string;
}

/** "Payload size: 10 MB", not adjustable. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** "Total combined size of request line and header values: 10240 bytes", not adjustable. */
const MAX_HEADER_BYTES = 10_240;

/**
 * Clients of the service report 413 with this plain text and without CORS headers; a customized REQUEST_TOO_LARGE is
 * not used for it (reapit/foundations#4338).
 */
export const BODY_TOO_LARGE: FrontAnswer = {
  status: 413,
  contentType: "text/plain",
  body: `HTTP content length exceeded ${MAX_BODY_BYTES} bytes.`,
  reason: `the body has more than ${MAX_BODY_BYTES} bytes, which API Gateway does not take`,
};

/** The text is the service's. Its status has not been reported: 431 is what HTTP has for it. */
export const HEADERS_TOO_LARGE: FrontAnswer = {
  status: 431,
  contentType: "text/plain",
  body: `HTTP header is larger than ${MAX_HEADER_BYTES} bytes.`,
  reason: `request line and headers have more than ${MAX_HEADER_BYTES} bytes, which API Gateway does not take`,
};

/** Why the service would not let a request through to an API. */
export function refusalOf({ httpMethod, path, queryString, headers, body }: GatewayRequest): FrontAnswer | undefined {
  if (body.length > MAX_BODY_BYTES) return BODY_TOO_LARGE;
  const requestLine = `${httpMethod} ${path}${queryString === "" ? "" : "?"} HTTP/1.1`.length + queryString.length;
  const size = headers.reduce((sum, [, value]) => sum + value.length, requestLine);
  return size > MAX_HEADER_BYTES ? HEADERS_TOO_LARGE : undefined;
}

export function frontResponse({ status, contentType, body }: FrontAnswer): ClientResponse {
  return { status, headers: [["Content-Type", contentType]], body: new TextEncoder().encode(body) };
}
