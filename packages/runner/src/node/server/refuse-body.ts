import type { IncomingMessage, ServerResponse } from "node:http";
import type { FrontAnswer } from "../../request/front-answer.js";

/** How long a client may go on sending what nobody wants before it is cut off. */
const REST_MS = 1000;

/**
 * Answers a request whose body is not read to its end. The rest is taken and forgotten for a while, for a client that
 * finds the connection closed while it writes never reads the answer.
 */
export function refuseBody(request: IncomingMessage, response: ServerResponse, answer: FrontAnswer): void {
  const { status, contentType, body } = answer;
  response.writeHead(status, {
    "Content-Type": contentType,
    "Content-Length": Buffer.byteLength(body),
    Connection: "close",
  });
  // All of the answer, but its end would close the connection.
  response.write(body);
  const end = () => {
    clearTimeout(cutOff);
    response.end();
  };
  const cutOff = setTimeout(end, REST_MS);
  request.once("close", end);
  request.resume();
}
