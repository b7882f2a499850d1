import type { Backend, BackendRequest, BackendResponse, HeaderList } from "../../src/index.js";
import { textOf } from "./plan.js";

/** What answered on AWS when the cases were recorded. */

const encoder = new TextEncoder();

export function backend(answer: (request: BackendRequest) => BackendResponse): Backend {
  return { send: async (request) => answer(request) };
}

function httpAnswer(status: number, body: Uint8Array, headers: HeaderList = []): BackendResponse {
  return { kind: "response", status, headers: [["Content-Type", "application/json"], ...headers], body };
}

/** Gives back the payload as it is. */
export const echo = backend(({ body }) => httpAnswer(200, body));

/** A function that returns `JSON.stringify(event)`; Lambda makes an empty object of an empty payload. */
export const lambdaEcho = backend(({ body }) => {
  const event: unknown = JSON.parse(textOf(body) || "{}");
  return { kind: "function", payload: encoder.encode(JSON.stringify(JSON.stringify(event))), failed: false };
});

/** A function that returns a value, or has thrown if that is an error. */
export function lambdaReturning(value: unknown): Backend {
  const failed = typeof value === "object" && value !== null && "errorMessage" in value;
  return backend(() => ({ kind: "function", payload: encoder.encode(JSON.stringify(value)), failed }));
}

export function httpReturning(status: number, value: unknown): Backend {
  return backend(() => httpAnswer(status, encoder.encode(JSON.stringify(value))));
}

/** What an HTTP client adds to a request. */
export function headersOnTheWire({ headers, target, body }: BackendRequest): Readonly<Record<string, string>> {
  const all: Record<string, string> = { Host: new URL(target.url).host, "Content-Length": String(body.length) };
  for (const [name, value] of headers) all[name] = value;
  return all;
}

/** httpbin's `/anything`: tells what it got, with names as `Www-Authenticate`. */
export const httpbin = backend((request) => {
  const body = encoder.encode(JSON.stringify({ data: textOf(request.body), headers: httpbinHeaders(request) }));
  return httpAnswer(200, body, [
    ["Access-Control-Allow-Credentials", "true"],
    ["Access-Control-Allow-Origin", "*"],
    ["Connection", "keep-alive"],
    ["Content-Length", String(body.length)],
    ["Date", new Date(0).toUTCString()],
    ["Server", "gunicorn/19.9.0"],
  ]);
});

export function httpbinHeaders(request: BackendRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headersOnTheWire(request)).map(([name, value]) => [
      name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  );
}
