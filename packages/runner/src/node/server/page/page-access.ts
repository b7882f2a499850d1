import type { IncomingMessage } from "node:http";
import { isOwnHost } from "../own-host.js";

/**
 * Why a request to the page must not be answered, if so. A page of the internet can send requests to this machine, and by
 * having its own name point here would also read the answers.
 * @param names what the server was told to listen on and to answer to
 */
export function refuseCrossSite(request: IncomingMessage, names: readonly string[]): string | undefined {
  const { host, origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (host === undefined) return "the request has no Host";
  if (!isOwnHost(host, names)) {
    return `it was asked for as ${host}; open it by its address, or as localhost`;
  }
  if (origin !== undefined && origin !== `http://${host}`) return `it was asked for by a page of ${origin}`;
  // A link from elsewhere may lead to the page; nothing else of elsewhere may ask.
  const isVisit = request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate";
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isVisit) {
    return `it was asked for by a page of elsewhere (${String(site)})`;
  }
  return undefined;
}
