import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * Why a request to the page must not be answered, if so. A page of the internet can send requests to this machine, and by
 * having its own name point here (DNS rebinding) would also read the answers: such a request has that name as its host.
 * An address has no name that could be pointed elsewhere.
 * @param boundHost what the server was told to listen on
 */
export function refuseCrossSite(request: IncomingMessage, boundHost: string): string | undefined {
  const { host, origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (host === undefined) return "the request has no Host";
  const name = hostName(host);
  if (name === undefined || !isOwnName(name, boundHost)) {
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

/** `localhost:3000` is `localhost`, `[::1]:3000` is `::1`. */
function hostName(host: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::\d+)?$/i.exec(host) ?? [];
  return (bracketed ?? plain)?.toLowerCase();
}

function isOwnName(name: string, boundHost: string): boolean {
  return isIP(name) !== 0 || name === "localhost" || name.endsWith(".localhost") || name === boundHost.toLowerCase();
}
