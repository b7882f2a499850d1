import { AWS_PROTOCOLS } from "./aws-protocols.data.js";
import type { BackendRequest, HeaderList } from "./backend.js";

/** One request over the network, exactly as it is to be sent. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

/** What an integration sends to its backend, with what names the action of an AWS service; not signed. */
export function wireRequestOf({ target, headers, body }: BackendRequest): WireRequest {
  if (target.kind === "http") return { method: target.method, url: target.url, headers, body };
  const url = new URL(target.url);
  const all = new Map(headers);
  if (target.kind === "lambda") {
    // What the event is, whatever the client has sent.
    if (![...all.keys()].some((name) => name.toLowerCase() === "content-type"))
      all.set("Content-Type", "application/json");
    setHeader(all, "X-Amz-Invocation-Type", target.asynchronous ? "Event" : "RequestResponse");
  } else if (target.action !== undefined) addAction(target.service, target.action, url, all);
  return { method: target.kind === "lambda" ? "POST" : target.method, url: url.href, headers: [...all], body };
}

function addAction(service: string, action: string, url: URL, headers: Map<string, string>): void {
  const protocol = AWS_PROTOCOLS.get(service);
  if (protocol?.kind === "json") {
    setHeader(headers, "X-Amz-Target", `${protocol.targetPrefix}.${action}`);
    setHeader(headers, "Content-Type", `application/x-amz-json-${protocol.version}`);
    return;
  }
  if (!url.searchParams.has("Action")) url.searchParams.append("Action", action);
  if (protocol !== undefined && !url.searchParams.has("Version")) url.searchParams.append("Version", protocol.version);
}

/** In the place of one in any other case. */
function setHeader(headers: Map<string, string>, name: string, value: string): void {
  const existing = [...headers.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
  headers.set(existing ?? name, value);
}
