import type { ApiDefinition } from "@apigw-vtl/definitions";
import type { Backend, BackendRequest, GatewayRequest, Invocation } from "../../src/index.js";

/** How a recorded case is run: its definition, its request, what answers, and what is compared. */
export interface Plan {
  readonly definition: ApiDefinition;
  readonly request: GatewayRequest;
  readonly backend?: Backend;
  readonly accountId?: string;
  /** What is to be equal to the recording, in the recording's own shape. */
  readonly observed: (invocation: Invocation, sent: BackendRequest | undefined) => unknown;
  /** If it is not the recording as it stands. */
  readonly expected?: unknown;
}

/** The client's payload as JSON, or as text if it is none. */
export function bodyOf({ response }: Invocation): unknown {
  const text = textOf(response.body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** What the client gets over the wire: the response with what an HTTP server adds. Names that occur twice are joined. */
export function headersOf({ response }: Invocation, connection = "keep-alive"): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    Connection: connection,
    Date: new Date(0).toUTCString(),
    "Content-Length": String(response.body.length),
  };
  for (const [name, value] of response.headers) {
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}
