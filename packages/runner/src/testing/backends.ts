import type { Backend, BackendRequest, HeaderList } from "../integration/backend.js";

const encoder = new TextEncoder();

interface Answer {
  readonly status?: number;
  readonly headers?: HeaderList;
  readonly body?: string | Uint8Array;
}

/** A backend that answers as HTTP servers do. */
export function backendOf(answer: (request: BackendRequest) => Answer): Backend {
  return {
    send: async (request) => {
      const { status = 200, headers = [], body = "" } = answer(request);
      return { kind: "response", status, headers, body: typeof body === "string" ? encoder.encode(body) : body };
    },
  };
}

/** Gives back the payload that it gets. */
export const echoBackend: Backend = backendOf(({ body }) => ({ body }));

/** A function that returns a value, or has thrown one with an `errorMessage`. */
export function functionOf(value: unknown): Backend {
  const failed = typeof value === "object" && value !== null && "errorMessage" in value;
  return { send: async () => ({ kind: "function", payload: encoder.encode(JSON.stringify(value)), failed }) };
}

/** Hands on to a backend and keeps what was sent. */
export function recordingBackend(backend: Backend): { readonly backend: Backend; readonly sent: BackendRequest[] } {
  const sent: BackendRequest[] = [];
  return {
    sent,
    backend: {
      send: (request, signal) => {
        sent.push(request);
        return backend.send(request, signal);
      },
    },
  };
}

export const FUNCTION_URI =
  "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/invocations";
