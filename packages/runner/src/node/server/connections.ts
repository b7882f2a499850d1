import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** The connections of a server, and how many requests run on each. */
export class Connections {
  readonly #running = new Map<Socket, number>();
  #closing = false;

  constructor(server: Server) {
    server.on("connection", (socket: Socket) => {
      this.#running.set(socket, 0);
      socket.once("close", () => this.#running.delete(socket));
    });
  }

  /** Counts a request until its response is sent or its client is gone. */
  track(response: ServerResponse): void {
    const { socket } = response;
    if (socket === null) return;
    if (this.#closing) response.shouldKeepAlive = false;
    this.#add(socket, 1);
    response.once("close", () => {
      this.#add(socket, -1);
      if (this.#closing) this.#endIfIdle(socket);
    });
  }

  /** Ends each connection as soon as nothing runs on it. Node would wait for those that never sent a request. */
  close(): void {
    this.#closing = true;
    for (const socket of this.#running.keys()) this.#endIfIdle(socket);
  }

  #add(socket: Socket, count: number): void {
    const running = this.#running.get(socket);
    if (running !== undefined) this.#running.set(socket, running + count);
  }

  #endIfIdle(socket: Socket): void {
    // What was written last is still sent.
    if (this.#running.get(socket) === 0) socket.destroySoon();
  }
}
