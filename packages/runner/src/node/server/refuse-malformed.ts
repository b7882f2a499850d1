import type { Duplex } from "node:stream";
import { HEADERS_TOO_LARGE } from "../../request/front-answer.js";
import { badRequest, rawAnswer } from "./front-answer.js";
import type { ServeEvent } from "./serve-event.js";

/** What Node says of a connection whose bytes are no HTTP. */
interface ClientError extends Error {
  readonly code?: string;
  readonly reason?: string;
}

/** Answers what is no HTTP request, where somebody is left to read it, and closes the connection. */
export function refuseMalformed(error: ClientError, socket: Duplex, onEvent: (event: ServeEvent) => void): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const answer =
    error.code === "HPE_HEADER_OVERFLOW"
      ? HEADERS_TOO_LARGE
      : badRequest(
          error.reason ?? (error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "the request never ended" : error.message),
        );
  onEvent({ kind: "refused", status: answer.status, reason: `no HTTP request: ${answer.reason}` });
  socket.end(rawAnswer(answer), () => socket.destroy());
}
