import type { ServerResponse } from "node:http";
import type { ClientResponse } from "../../pipeline/invocation.js";
import type { FrontAnswer } from "../../request/front-answer.js";
import { INTERNAL_ERROR } from "./front-answer.js";

/** Headers of the connection, which are the server's to set. */
const CONNECTION_HEADERS = new Set(["connection", "content-length", "keep-alive", "transfer-encoding"]);

/** Statuses whose responses have no body, and no length of one. */
const BODILESS = new Set([204, 304]);

/**
 * Sends what the gateway answered.
 * @returns why it cannot be sent, if so; a 500 has gone out then
 */
export function writeResponse(response: ServerResponse, client: ClientResponse): string | undefined {
  const { status, headers, body } = client;
  const problem =
    Number.isInteger(status) && status >= 200 && status <= 999 ? undefined : `no client takes status ${status}`;
  if (problem === undefined) {
    try {
      response.writeHead(status, flatHeaders(headers, BODILESS.has(status) ? undefined : body.length));
      response.end(BODILESS.has(status) ? undefined : body);
      return undefined;
    } catch (error) {
      // Names and values may come from templates, and HTTP does not allow everything.
      if (response.headersSent) throw error;
      writeFrontAnswer(response, INTERNAL_ERROR);
      return error instanceof Error ? error.message : String(error);
    }
  }
  writeFrontAnswer(response, INTERNAL_ERROR);
  return problem;
}

export function flatHeaders(headers: ClientResponse["headers"], length: number | undefined): string[] {
  const flat: string[] = [];
  for (const [name, value] of headers) {
    if (CONNECTION_HEADERS.has(name.toLowerCase())) continue;
    // What Latin-1 lacks arrives as a question mark: that is how Netty writes headers.
    flat.push(name, value.replace(/[^\u0000-\u00ff]/g, "?"));
  }
  if (length !== undefined) flat.push("Content-Length", String(length));
  return flat;
}

export function writeFrontAnswer(response: ServerResponse, { status, contentType, body }: FrontAnswer): void {
  response.writeHead(status, { "Content-Type": contentType, "Content-Length": Buffer.byteLength(body) });
  response.end(body);
}
