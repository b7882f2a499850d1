import type { IncomingMessage, ServerResponse } from "node:http";
import { invocationToJson } from "../../../report/invocation-json.js";
import { BODY_TOO_LARGE, MAX_BODY_BYTES } from "../../../request/front-answer.js";
import { readBody } from "../read-body.js";
import { refuseBody } from "../refuse-body.js";
import type { ServeEvent } from "../serve-event.js";
import type { ServedApi } from "../served-api.js";
import { ChangeStreams } from "./change-streams.js";
import { describeApi } from "./describe-api.js";
import { refuseCrossSite } from "./page-access.js";
import type { PageFiles } from "./page-files.js";
import { parsePageRequest } from "./page-request.js";

const PAGE_PATH = "/_vtl";

/** JSON escapes make a body longer, at most six times. */
const MAX_PAGE_REQUEST_BYTES = 6 * MAX_BODY_BYTES;

const SECURITY_HEADERS = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": "no-store",
};

interface PageOptions {
  readonly api: () => ServedApi;
  readonly hosts: readonly string[];
  readonly files: PageFiles;
  readonly onEvent: (event: ServeEvent) => void;
}

/** The page at `/_vtl` and what it asks for. No API can have resources there. */
export class PagePart {
  readonly #options: PageOptions;
  readonly #streams = new ChangeStreams();

  constructor(options: PageOptions) {
    this.#options = options;
  }

  isFor(target: string | undefined): boolean {
    return target !== undefined && /^\/_vtl(?:[/?]|$)/.test(target);
  }

  announceChange(): void {
    this.#streams.announce();
  }

  close(): void {
    this.#streams.close();
  }

  /** Answers; never rejects. `signal` is aborted when the browser is gone. */
  async answer(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    try {
      const reason = refuseCrossSite(request, this.#options.hosts);
      if (reason !== undefined) {
        this.#options.onEvent({ kind: "refused", request: `${request.method} ${request.url}`, status: 403, reason });
        send(response, 403, "text/plain; charset=utf-8", `This page is for this machine only: ${reason}.\n`);
      } else await this.#route(request, response, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#options.onEvent({ kind: "defect", request: `${request.method} ${request.url}`, error });
      if (response.headersSent) response.destroy();
      else sendProblem(response, 500, `vtl failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const { files, api } = this.#options;
    const path = (request.url ?? "").replace(/\?.*$/s, "");
    const isRead = request.method === "GET" || request.method === "HEAD";
    switch (isRead ? path : `${request.method} ${path}`) {
      case PAGE_PATH:
      case `${PAGE_PATH}/`:
        return send(response, 200, "text/html; charset=utf-8", files.html);
      case `${PAGE_PATH}/page.js`:
        return send(response, 200, "text/javascript; charset=utf-8", files.script);
      case `${PAGE_PATH}/page.css`:
        return send(response, 200, "text/css; charset=utf-8", files.style);
      case `${PAGE_PATH}/api`:
        return sendJson(response, describeApi(api()));
      case `${PAGE_PATH}/changes`:
        if (!this.#streams.add(response)) sendProblem(response, 503, "too many pages are open");
        return;
      case `POST ${PAGE_PATH}/invoke`:
        return this.#invoke(request, response, signal);
      default:
        return sendProblem(response, 404, `there is no ${request.method} ${path}`);
    }
  }

  async #invoke(request: IncomingMessage, response: ServerResponse, signal: AbortSignal): Promise<void> {
    // Other types could be sent by a form of another site, without its browser asking first.
    if (request.headers["content-type"] !== "application/json") {
      return sendProblem(response, 415, "the content type must be application/json");
    }
    const body = await readBody(request, MAX_PAGE_REQUEST_BYTES);
    if (body === "too-large") return refuseBody(request, response, BODY_TOO_LARGE);
    const parsed = parsePageRequest(Buffer.from(body).toString("utf8"));
    if (parsed === undefined) return sendProblem(response, 400, "this is no request for the gateway");
    const { gateway, locate } = this.#options.api();
    sendJson(response, invocationToJson(await gateway.invoke(parsed, signal), locate));
  }
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 200, "application/json", JSON.stringify(value));
}

function sendProblem(response: ServerResponse, status: number, message: string): void {
  send(response, status, "application/json", JSON.stringify({ message }));
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.writeHead(status, { ...SECURITY_HEADERS, "Content-Type": type, "Content-Length": bytes.length });
  response.end(bytes);
}
