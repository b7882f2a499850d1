import type { Backend, BackendRequest, BackendResponse } from "../integration/backend.js";
import { type WireRequest, wireRequestOf } from "../integration/wire-request.js";

/** A request that went nowhere. */
export interface StubbedRequest {
  /** `sqs SendMessage`, `the function orders`. */
  readonly name: string;
  readonly wire: WireRequest;
  /** What the user can do so that it is answered. */
  readonly hint: string;
}

export interface StubOptions {
  /** What the user can do so that a request is answered. */
  readonly hintOf: (request: BackendRequest) => string | Promise<string>;
  /** The request as it would have been sent, by default unsigned; `undefined`: not for this backend. */
  readonly wireOf?: (request: BackendRequest) => WireRequest | undefined;
  readonly onStub?: (stubbed: StubbedRequest) => void;
}

/** Answers whatever no other backend does with the request that would have been sent, and tells `onStub`. */
export function stubBackend({ hintOf, wireOf = wireRequestOf, onStub = () => {} }: StubOptions): Backend {
  return {
    standsFor: () => "the stub that shows requests",
    async send(request) {
      const wire = wireOf(request);
      if (wire === undefined) return undefined;
      const stubbed = { name: nameOf(request), hint: await hintOf(request), wire };
      onStub(stubbed);
      return answer(request, stubbed);
    },
  };
}

function nameOf({ target }: BackendRequest): string {
  if (target.kind === "lambda") return `the function ${target.functionArn.replace(/^.*:function:/, "")}`;
  if (target.kind === "http") return target.url;
  return `${target.service} ${target.action ?? `${target.method} ${new URL(target.url).pathname}`}`;
}

function answer({ target, integration }: BackendRequest, { name, wire, hint }: StubbedRequest): BackendResponse {
  const text = JSON.stringify({
    stub: `nothing answers for ${name} here`,
    hint,
    request: {
      method: wire.method,
      url: wire.url,
      headers: Object.fromEntries(wire.headers),
      body: new TextDecoder().decode(wire.body),
    },
  });
  const encoder = new TextEncoder();
  if (target.kind !== "lambda") {
    const headers = [
      ["Content-Type", "application/json"],
      ["X-Vtl-Stub", "true"],
    ] as const;
    return { kind: "response", status: 200, headers, body: encoder.encode(text) };
  }
  if (target.asynchronous) return { kind: "response", status: 202, headers: [], body: new Uint8Array() };
  // A proxy integration takes nothing but its own form.
  const payload =
    integration.type === "AWS_PROXY"
      ? JSON.stringify({ statusCode: 200, headers: { "X-Vtl-Stub": "true" }, body: text })
      : text;
  return { kind: "function", payload: encoder.encode(payload), failed: false };
}
