import { STATUS_CODES } from "node:http";
import { MAX_BODY_BYTES, MAX_HEADER_BYTES } from "./request-limits.js";

/** An answer that the service gives before it knows the API: no gateway response and no CORS header applies to it. */
export interface FrontAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** For the log. */
  readonly reason: string;
}

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

/** An API at `/STAGE` gets requests for its stage only. */
export function unknownStage(path: string, stage: string): FrontAnswer {
  return {
    status: 403,
    contentType: "application/json",
    body: '{"message":"Forbidden"}',
    reason: `${path} is not below /${stage}, where the stage is (--stage-path)`,
  };
}

export function badRequest(reason: string): FrontAnswer {
  return { status: 400, contentType: "application/json", body: '{"message":"Bad Request"}', reason };
}

/** What the service says when it fails itself. */
export const INTERNAL_ERROR: FrontAnswer = {
  status: 500,
  contentType: "application/json",
  body: '{"message": "Internal server error"}',
  reason: "internal error",
};

/** The answer as it goes over a connection that has no `ServerResponse`, and ends it. */
export function rawAnswer({ status, contentType, body }: FrontAnswer): string {
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
