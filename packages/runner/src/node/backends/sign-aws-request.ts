import { sign } from "aws4";
import type { BackendRequest, HeaderList } from "../../integration/backend.js";
import { type WireRequest, wireRequestOf } from "../../integration/wire-request.js";

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
  const { service, region } =
    target.kind === "lambda" ? { service: "lambda", region: regionOf(target.functionArn) } : target;
  const { method, url, headers, body } = wireRequestOf(request);
  const own = new URL(url);
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
      ...(body.length > 0 && { body: Buffer.from(body) }),
    },
    credentials,
  );
  const list: HeaderList = Object.entries(signed.headers ?? {}).map(([name, value]) => [name, String(value)]);
  return { method, url: `${base.origin}${signed.path ?? path}`, headers: list, body };
}

const regionOf = (arn: string): string => arn.split(":")[3] || "us-east-1";
