import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BODY_TOO_LARGE, MAX_BODY_BYTES } from "../../request/front-answer.js";
import { answerRequest } from "./answer-request.js";
import { Connections } from "./connections.js";
import { badRequest, rawAnswer } from "./front-answer.js";
import type { PageFiles } from "./page/page-files.js";
import { PagePart } from "./page/page-part.js";
import { declaresMoreThan } from "./read-body.js";
import { refuseBody } from "./refuse-body.js";
import { refuseMalformed } from "./refuse-malformed.js";
import type { ServeEvent } from "./serve-event.js";
import type { ServedApi } from "./served-api.js";

/** More than the gateway takes, which answers for what is too large itself: it does not count names. */
const MOST_HEADER_BYTES = 65_536;

export interface ServerOptions {
  /** Asked at each request, so that what is served can change. */
  readonly api: () => ServedApi;
  /** An address or a name of this machine; `127.0.0.1` unless told otherwise. */
  readonly host?: string;
  /** Names beside `host`, localhost and addresses that requests may be sent to. */
  readonly allowHosts?: readonly string[];
  /** 0 for any that is free. */
  readonly port: number;
  /** Serve the API below `/STAGE` only, as `execute-api.amazonaws.com` does, instead of below `/`. */
  readonly stagePath?: boolean;
  /** The built page; without it there is none at `/_vtl`. */
  readonly page?: PageFiles;
  /** Told of each request once it is answered. Must not throw. */
  readonly onEvent?: (event: ServeEvent) => void;
}

export interface RunningServer {
  readonly port: number;
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** Tells open pages that what is served has changed. */
  announceChange(): void;
  /** Takes no new requests, finishes those that run, and resolves. */
  close(): Promise<void>;
  /** Ends all connections now, also while `close` waits for them. */
  abort(): void;
}

/**
 * Serves an API over HTTP, and the page that shows how its requests run.
 * @throws if the address cannot be bound, with Node's `code`, such as `EADDRINUSE`
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { api, host = "127.0.0.1", page: files, onEvent = () => {} } = options;
  const hosts = [host, ...(options.allowHosts ?? [])];
  const page = files === undefined ? undefined : new PagePart({ api, hosts, files, onEvent });
  const context = { api, stagePath: options.stagePath ?? false, hosts, onEvent };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    connections.track(response);
    const gone = new AbortController();
    response.on("error", () => {});
    response.once("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    if (page?.isFor(request.url)) await page.answer(request, response, gone.signal);
    else await answerRequest(request, response, gone.signal, context);
  };

  const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES, keepAliveTimeout: 60_000 });
  const connections = new Connections(server);
  // Node would leave out headers beyond 2,000; their size is limited already.
  server.maxHeadersCount = 0;
  server.on("request", (request, response) => void answer(request, response));
  server.on("checkContinue", (request, response) => {
    if (declaresMoreThan(MAX_BODY_BYTES, request)) {
      onEvent({ kind: "refused", request: `${request.method} ${request.url}`, ...BODY_TOO_LARGE });
      connections.track(response);
      refuseBody(request, response, BODY_TOO_LARGE);
      return;
    }
    response.writeContinue();
    void answer(request, response);
  });
  server.on("clientError", (error, socket) => refuseMalformed(error, socket, onEvent));
  server.on("connect", (_request, socket) => {
    socket.on("error", () => {});
    const refusal = badRequest("CONNECT asks for a tunnel, and this is no proxy");
    onEvent({ kind: "refused", request: "CONNECT", ...refusal });
    socket.end(rawAnswer(refusal));
  });

  await listen(server, host, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    announceChange: () => page?.announceChange(),
    close: async () => {
      const closed = once(server, "close");
      server.close();
      page?.close();
      connections.close();
      await closed;
    },
    abort: () => server.closeAllConnections(),
  };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port });
  // `once` rejects when an error comes first.
  await once(server, "listening");
}
