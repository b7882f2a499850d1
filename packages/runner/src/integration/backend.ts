import type { Integration, Route } from "@apigw-vtl/definitions";

/** Names in the order and case that they are sent in; a name may occur more than once. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What an integration sends, exactly: after mappings, templates, overrides and content handling. */
export interface BackendRequest {
  /** Of the client, as it came, without its query. */
  readonly client: { readonly httpMethod: string; readonly path: string };
  readonly route: Route;
  readonly integration: Integration;
  readonly target: BackendTarget;
  /** Integration requests are signed and sent by the backend; signature headers are not in here. */
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  readonly timeoutInMillis: number;
  readonly requestId: string;
  /** The answer may be a stream. */
  readonly streams?: boolean;
}

/** What the integration's URI and type lead to, with path and query filled in. */
export type BackendTarget =
  /** HTTP and HTTP_PROXY. */
  | { readonly kind: "http"; readonly method: string; readonly url: string }
  /** AWS and AWS_PROXY by `lambda:path/…/functions/ARN/invocations`. */
  | { readonly kind: "lambda"; readonly functionArn: string; readonly asynchronous: boolean; readonly url: string }
  /** AWS by action or path: `dynamodb`, `PutItem`; `url` is the service's own, without a local endpoint. */
  | {
      readonly kind: "aws";
      readonly service: string;
      readonly region: string;
      readonly action?: string;
      readonly method: string;
      readonly url: string;
    };

/** What comes back of a backend. */
export type BackendResponse =
  | { readonly kind: "response"; readonly status: number; readonly headers: HeaderList; readonly body: Uint8Array }
  /** A function's answer: its payload, and whether it failed (`X-Amz-Function-Error`). */
  | { readonly kind: "function"; readonly payload: Uint8Array; readonly failed: boolean }
  /**
   * An answer whose body comes in pieces, for requests that stream; of a function what it writes, metadata included.
   * The body rejects if it breaks off.
   */
  | {
      readonly kind: "stream";
      readonly status: number;
      readonly headers: HeaderList;
      readonly body: AsyncIterable<Uint8Array>;
    }
  /** No answer: 504. */
  | { readonly kind: "timeout" }
  /** The connection failed, or nothing answers for it: 504 or 500. `message` is for the log. */
  | { readonly kind: "failure"; readonly message: string };

/** Answers what integrations send: the network, a function, an emulator, or a script. */
export interface Backend {
  /** Who answers, for people, where that is not who the request is addressed to: `the local DynamoDB`. */
  readonly standsFor?: (request: BackendRequest) => string | undefined;
  /** `undefined`: this backend is not for such requests, the next one is asked. */
  send(request: BackendRequest, signal: AbortSignal): Promise<BackendResponse | undefined>;
}
