import type { ServerResponse } from "node:http";

/** Each is a connection that stays open; a browser has six to a host. */
const MAX_STREAMS = 32;

/** The open pages, which wait for changes over server-sent events. */
export class ChangeStreams {
  readonly #open = new Set<ServerResponse>();

  /** Keeps a response open; false when there are too many already. */
  add(response: ServerResponse): boolean {
    if (this.#open.size >= MAX_STREAMS) return false;
    this.#open.add(response);
    response.once("close", () => this.#open.delete(response));
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(": waiting for changes\n\n");
    return true;
  }

  announce(): void {
    for (const response of this.#open) response.write("event: change\ndata:\n\n");
  }

  close(): void {
    for (const response of this.#open) response.end();
  }
}
