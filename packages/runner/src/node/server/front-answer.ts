import { STATUS_CODES } from "node:http";
import type { FrontAnswer } from "../../request/front-answer.js";

/** An API at `/STAGE` gets requests for its stage only. */
export function unknownStage(path: string, stage: string): FrontAnswer {
  return {
    status: 403,
    contentType: "application/json",
    body: '{"message":"Forbidden"}',
    reason: `${path} is not below /${stage}, where the stage is (--stage-path)`,
  };
}

/** A request that was sent to another name than this server's. */
export function foreignHost(host: string): FrontAnswer {
  return {
    status: 403,
    contentType: "application/json",
    body: '{"message":"Forbidden"}',
    reason: `it was sent to ${host}, which is no name of this server (--allow-host)`,
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
