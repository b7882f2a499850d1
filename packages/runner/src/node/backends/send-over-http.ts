import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { BackendResponse, HeaderList } from "../../integration/backend.js";
import type { WireRequest } from "../../integration/wire-request.js";

/** What the service takes of an integration's response. */
const MOST_BYTES = 10 * 1024 * 1024;

const agents = {
  "http:": new HttpAgent({ keepAlive: true }),
  "https:": new HttpsAgent({ keepAlive: true }),
};

/**
 * Sends a request and waits for the whole response. Not by `fetch`: that adds headers of its own (`accept-language`,
 * `sec-fetch-mode`), writes all names in lower case and unpacks bodies, where the service hands all on as it came.
 * Redirects are not followed. Rejects never; `signal` ends in a timeout. `streams`: the body is left to come.
 */
export function sendOverHttp(wire: WireRequest, signal: AbortSignal, streams = false): Promise<BackendResponse> {
  return new Promise((resolve) => {
    const fail = (message: string): void => resolve({ kind: "failure", message });
    let url: URL;
    try {
      url = new URL(wire.url);
    } catch {
      fail(`Invalid endpoint address: ${wire.url}`);
      return;
    }
    if (url.protocol !== "http:" && url.protocol !== "https:") {
      fail(`Invalid protocol of endpoint address: ${wire.url}`);
      return;
    }
    const options: RequestOptions = {
      method: wire.method,
      agent: agents[url.protocol],
      headers: groupHeaders(wire.headers),
      signal,
    };
    try {
      const send = url.protocol === "http:" ? httpRequest : httpsRequest;
      const request = send(url, options, (response) =>
        streams ? resolve(streamed(response)) : receive(response, resolve),
      );
      request.on("error", (error) => (signal.aborted ? resolve({ kind: "timeout" }) : fail(reasonOf(error))));
      request.end(wire.body.length === 0 ? undefined : wire.body);
    } catch (error) {
      // A header or method that HTTP does not allow.
      fail(reasonOf(error));
    }
  });
}

function streamed(response: IncomingMessage): BackendResponse {
  return { kind: "stream", status: response.statusCode ?? 0, headers: pairs(response.rawHeaders), body: response };
}

function receive(response: IncomingMessage, resolve: (answer: BackendResponse) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
    else {
      response.destroy();
      resolve({ kind: "failure", message: `The response is larger than ${MOST_BYTES} bytes` });
    }
  });
  response.on("error", (error) => resolve({ kind: "failure", message: reasonOf(error) }));
  response.on("end", () => {
    const headers = pairs(response.rawHeaders);
    resolve({
      kind: "response",
      status: response.statusCode ?? 0,
      headers,
      body: new Uint8Array(Buffer.concat(chunks)),
    });
  });
}

/** Node writes a list as a header a value, but not for Host; names that differ in case only are one header to it. */
function groupHeaders(headers: HeaderList): Record<string, string | string[]> {
  const groups = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { name, values: [value] });
    else group.values.push(value);
  }
  return Object.fromEntries(
    [...groups.values()].map(({ name, values: [first = "", ...more] }) => [
      name,
      more.length === 0 ? first : [first, ...more],
    ]),
  );
}

function pairs(raw: readonly string[]): HeaderList {
  const list: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) list.push([raw[index] ?? "", raw[index + 1] ?? ""]);
  return list;
}

/** `connect ECONNREFUSED 127.0.0.1:9`; of a host with several addresses the first one's. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
