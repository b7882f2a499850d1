import { sign } from "aws4";
import type { BackendRequest, HeaderList } from "../../integration/backend.js";
import { AWS_PROTOCOLS } from "./aws-protocols.data.js";
import type { WireRequest } from "./send-over-http.js";

/** As of an AWS account, or made up where nobody checks them. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** What emulators are signed for. */
export const LOCAL_CREDENTIALS: AwsCredentials = { accessKeyId: "LOCAL", secretAccessKey: "local" };

/**
 * The request that an AWS integration sends, signed (Signature Version 4). `endpoint` stands in for the service's own
 * host; the signature is for whichever host it goes to. `undefined` if the request goes to no AWS service.
 */
export function signAwsRequest(
  request: BackendRequest,
  credentials: AwsCredentials,
  endpoint?: string,
): WireRequest | undefined {
  const { target } = request;
  if (target.kind === "http") return undefined;
  const { service, region, method } =
    target.kind === "lambda" ? { service: "lambda", region: regionOf(target.functionArn), method: "POST" } : target;
  const own = new URL(target.url);
  const headers = new Map(request.headers.map(([name, value]) => [name, value]));
  if (target.kind === "lambda") {
    setHeader(headers, "X-Amz-Invocation-Type", target.asynchronous ? "Event" : "RequestResponse");
  } else if (target.action !== undefined) addAction(target.service, target.action, own, headers);
  const base = endpoint === undefined ? own : new URL(endpoint);
  const path = `${base === own ? "" : base.pathname.replace(/\/$/, "")}${own.pathname}${own.search}`;
  const signed = sign(
    {
      service,
      region,
      method,
      host: base.host,
      path,
      headers: Object.fromEntries(headers),
      ...(request.body.length > 0 && { body: Buffer.from(request.body) }),
    },
    credentials,
  );
  const list: HeaderList = Object.entries(signed.headers ?? {}).map(([name, value]) => [name, String(value)]);
  return { method, url: `${base.origin}${signed.path ?? path}`, headers: list, body: request.body };
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

const regionOf = (arn: string): string => arn.split(":")[3] || "us-east-1";
