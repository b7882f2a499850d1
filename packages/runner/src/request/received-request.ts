import { isHiddenHeader } from "@apigw-vtl/definitions";
import type { HeaderList } from "../integration/backend.js";
import type { GatewayRequest } from "../pipeline/invocation.js";
import { headerOf } from "./headers.js";
import { acceptedTypeOf, contentTypeOf } from "./media-type.js";
import { type MultiValues, multiValuesOf } from "./multi-values.js";
import { parseQueryString } from "./query-string.js";

/** A client's request as the rest of the pipeline sees it. */
export interface ReceivedRequest {
  readonly httpMethod: string;
  /** Without the stage, still percent-encoded, with one leading slash. */
  readonly path: string;
  /** As it came: several leading slashes show in `$context.path` only (recorded, `prepended-slash`). */
  readonly rawPath: string;
  /** Path and query as they came. */
  readonly url: string;
  /** Those that the service shows, as the client wrote them, and those that its edge adds. */
  readonly headers: HeaderList;
  readonly headerValues: MultiValues;
  readonly query: HeaderList;
  readonly queryValues: MultiValues;
  readonly body: Uint8Array;
  /** The MIME part of `Content-Type`, by which templates and models are chosen. */
  readonly contentType: string;
  /** The first media type of `Accept`, by which response templates are chosen. */
  readonly accept: string;
  readonly sourceIp: string;
  readonly userAgent: string | undefined;
  readonly testInvoke: boolean;
}

/** `host` and `traceId` are what the edge adds, unless the client has sent such headers. */
export function receive(request: GatewayRequest, edge: { host: string; traceId: string }): ReceivedRequest {
  const sourceIp = request.sourceIp ?? (request.testInvoke ? "test-invoke-source-ip" : "127.0.0.1");
  const visible = request.headers.filter(([name]) => !isHiddenHeader(name));
  const headers = request.testInvoke ? visible : withEdgeHeaders(visible, sourceIp, edge);
  const query = parseQueryString(request.queryString);
  const rawPath = request.path.startsWith("/") ? request.path : `/${request.path}`;
  return {
    httpMethod: request.httpMethod.toUpperCase(),
    path: request.path.replace(/^\/*/, "/"),
    rawPath,
    url: request.queryString === "" ? rawPath : `${rawPath}?${request.queryString}`,
    headers,
    headerValues: multiValuesOf(headers),
    query,
    queryValues: multiValuesOf(query),
    body: request.body,
    contentType: contentTypeOf(headerOf(visible, "content-type")),
    accept: acceptedTypeOf(headerOf(visible, "accept")),
    sourceIp,
    userAgent: headerOf(visible, "user-agent"),
    testInvoke: request.testInvoke === true,
  };
}

function withEdgeHeaders(headers: HeaderList, sourceIp: string, edge: { host: string; traceId: string }): HeaderList {
  const all = [...headers];
  if (headerOf(headers, "host") === undefined) all.push(["Host", edge.host]);
  if (headerOf(headers, "x-amzn-trace-id") === undefined) all.push(["X-Amzn-Trace-Id", edge.traceId]);
  const forwarded = headerOf(headers, "x-forwarded-for");
  const others = forwarded === undefined ? all : all.filter(([name]) => name.toLowerCase() !== "x-forwarded-for");
  others.push(["X-Forwarded-For", forwarded === undefined ? sourceIp : `${forwarded}, ${sourceIp}`]);
  for (const [name, value] of FORWARDED) {
    if (headerOf(headers, name) === undefined) others.push([name, value]);
  }
  return others;
}

const FORWARDED: HeaderList = [
  ["X-Forwarded-Port", "443"],
  ["X-Forwarded-Proto", "https"],
];

/** The headers that a client has sent, of those that came of them here, and its address if they tell it. */
export function sentByClient(headers: HeaderList): { readonly headers: HeaderList; readonly sourceIp?: string } {
  const forwarded = headerOf(headers, "x-forwarded-for")?.split(", ");
  const sourceIp = forwarded?.pop();
  if (forwarded === undefined || sourceIp === undefined) return { headers };
  const isAdded = (one: string, its: string) =>
    FORWARDED.some(([name, value]) => name.toLowerCase() === one.toLowerCase() && value === its);
  const sent = headers.flatMap(([name, value]): HeaderList => {
    if (isAdded(name, value)) return [];
    if (name.toLowerCase() !== "x-forwarded-for") return [[name, value]];
    return forwarded.length === 0 ? [] : [[name, forwarded.join(", ")]];
  });
  return { headers: sent, sourceIp };
}
