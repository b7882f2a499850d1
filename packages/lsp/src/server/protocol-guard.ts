import { ErrorCodes, type Message, ProtocolRequestType, ResponseError } from "vscode-languageserver-protocol";
import type { ServerConnection } from "./connection.js";
import { PARAMETERS } from "./parameters.js";

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/** What a request becomes that is not let through; its handler answers with the error. */
const RefusedRequest = new ProtocolRequestType<Refusal, never, never, void, void>("vtl/refused");

export function answerRefused(connection: ServerConnection): void {
  connection.onRequest(RefusedRequest, ({ code, message }) => {
    throw new ResponseError(code, message);
  });
}

/**
 * Lets through what the protocol allows where the server is in its life, with parameters as the server relies on them.
 * A request is answered with the protocol's error else, a notification is left out: nobody waits for it.
 */
export class ProtocolGuard {
  #phase: "new" | "running" | "ended" = "new";

  /** For the `messageStrategy` of a connection; `next` handles a message. */
  handleMessage(message: Message, next: (message: Message) => void): void {
    const method = "method" in message && typeof message.method === "string" ? message.method : undefined;
    // An answer to a request of the server's own.
    if (method === undefined) return next(message);
    const isRequest = "id" in message;
    const refusal = this.#refusalOf(method, "params" in message ? message.params : undefined, isRequest);
    if (refusal === undefined) return next(message);
    if (!isRequest) return;
    const params: Refusal = { code: refusal.code, message: `${method} ${refusal.message}` };
    return next(Object.assign({ ...message }, { method: RefusedRequest.method, params }));
  }

  #refusalOf(method: string, params: unknown, isRequest: boolean): Refusal | undefined {
    if (method === "exit") return undefined;
    if (this.#phase === "ended") return { code: ErrorCodes.InvalidRequest, message: "comes after shutdown" };
    if (method === "initialize") {
      if (this.#phase === "running") return { code: ErrorCodes.InvalidRequest, message: "was sent before" };
    } else if (this.#phase === "new") {
      return { code: ErrorCodes.ServerNotInitialized, message: "comes before initialize" };
    }
    if (method === RefusedRequest.method) return { code: ErrorCodes.MethodNotFound, message: "is not known" };
    const wrong = PARAMETERS.get(method)?.(params, "params");
    if (wrong !== undefined) {
      return { code: ErrorCodes.InvalidParams, message: `has ${wrong} of the wrong kind, or not at all` };
    }
    if (isRequest && method === "initialize") this.#phase = "running";
    if (isRequest && method === "shutdown") this.#phase = "ended";
    return undefined;
  }
}
