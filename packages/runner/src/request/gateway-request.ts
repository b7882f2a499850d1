import type { HeaderList } from "../integration/backend.js";
import type { GatewayRequest } from "../pipeline/invocation.js";

interface RequestParts {
  /** A list where a name is to occur more than once. */
  readonly headers?: Readonly<Record<string, string>> | HeaderList;
  /** Text goes out as UTF-8. */
  readonly body?: string | Uint8Array;
}

/** A request as a client writes it: `gatewayRequest("POST", "/pets?dry=1", { body: "{}" })`. */
export function gatewayRequest(httpMethod: string, url: string, parts: RequestParts = {}): GatewayRequest {
  const { headers = {}, body = "" } = parts;
  const question = url.indexOf("?");
  return {
    httpMethod,
    path: question === -1 ? url : url.slice(0, question),
    queryString: question === -1 ? "" : url.slice(question + 1),
    headers: isList(headers) ? headers : Object.entries(headers),
    body: typeof body === "string" ? new TextEncoder().encode(body) : body,
  };
}

function isList(headers: NonNullable<RequestParts["headers"]>): headers is HeaderList {
  return Array.isArray(headers);
}
