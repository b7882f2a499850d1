import type { Backend, BackendRequest, BackendResponse } from "../../integration/backend.js";
import type { WireRequest } from "./send-over-http.js";
import { LOCAL_CREDENTIALS, signAwsRequest } from "./sign-aws-request.js";

/** A request that went nowhere. */
export interface StubbedRequest {
  /** `sqs SendMessage`, `the function orders`. */
  readonly name: string;
  readonly wire: WireRequest;
  /** What the user can do so that it is answered. */
  readonly hint: string;
}

/** Answers whatever no other backend does with the request that would have been sent, and tells `onStub`. */
export function stubBackend(onStub: (stubbed: StubbedRequest) => void = () => {}): Backend {
  return {
    async send(request) {
      const wire = signAwsRequest(request, LOCAL_CREDENTIALS);
      if (wire === undefined) return undefined;
      const stubbed = { ...describe(request), wire };
      onStub(stubbed);
      return answer(request, stubbed);
    },
  };
}

function describe({ target }: BackendRequest): Omit<StubbedRequest, "wire"> {
  if (target.kind === "lambda") {
    const name = target.functionArn.replace(/^.*:function:/, "");
    return {
      name: `the function ${name}`,
      hint: `name its module with --function ${name}=FILE, an emulator with --endpoint lambda=URL, or an answer with --stub FILE`,
    };
  }
  const service = target.kind === "aws" ? target.service : "http";
  const action = target.kind === "aws" ? (target.action ?? `${target.method} ${new URL(target.url).pathname}`) : "";
  return {
    name: `${service} ${action}`.trim(),
    hint: `name an emulator with --endpoint ${service}=URL, AWS itself with --allow-aws ${service}, or an answer with --stub FILE`,
  };
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
