import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { ClientResponse, ResponseSink } from "../../pipeline/invocation.js";
import { flatHeaders, writeResponse } from "./write-response.js";

/** Sends a response over HTTP: all at once, or piece by piece where its integration streams. */
export class HttpSink implements ResponseSink {
  readonly #response: ServerResponse;
  #unsendable: string | undefined;
  #streams = false;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  start({ status, headers }: Pick<ClientResponse, "status" | "headers">): void {
    try {
      this.#response.writeHead(status, flatHeaders(headers, undefined));
      this.#response.flushHeaders();
      this.#streams = true;
    } catch (error) {
      // The response is sent as a whole then, as the 500 that it becomes.
      this.#unsendable = error instanceof Error ? error.message : String(error);
    }
  }

  async write(piece: Uint8Array): Promise<void> {
    if (!this.#streams || this.#response.destroyed) return;
    if (!this.#response.write(piece)) {
      await Promise.race([once(this.#response, "drain"), once(this.#response, "close")]);
    }
  }

  /** Sends what has not been sent. Why it cannot be sent, if so; a 500 has gone out then. */
  end(response: ClientResponse): string | undefined {
    if (!this.#streams) return writeResponse(this.#response, response) ?? this.#unsendable;
    if (response.incomplete === undefined) this.#response.end();
    // Nothing else tells the client that the body is not all of it.
    else this.#response.destroy();
    return undefined;
  }
}
