import type { HeaderList } from "../integration/backend.js";

/** An answer of a stub file: for which requests, and what. */
export interface StubRule {
  readonly when: StubCondition;
  /** Given in turn; the last one stays. Never empty. */
  readonly responses: readonly StubResponse[];
}

/** All that is given has to hold. */
export interface StubCondition {
  /** `PUT /orders/7`: method and path of the client's request, without its query. */
  readonly request?: string;
  /** `PUT /orders/{id}`: method and path of the API. */
  readonly route?: string;
  /** `AWS`, `HTTP_PROXY`. */
  readonly type?: string;
  /** `states`. */
  readonly service?: string;
  /** `StartExecution`. */
  readonly action?: string;
  /** A Lambda function's name. */
  readonly function?: string;
  /** Of the request; `*` stands for any text. */
  readonly url?: string;
}

export type StubResponse = { readonly delayMs: number } & (
  | { readonly kind: "response"; readonly status: number; readonly headers: HeaderList; readonly body: Uint8Array }
  | { readonly kind: "payload"; readonly payload: string; readonly failed: boolean }
  | { readonly kind: "timeout" }
  | { readonly kind: "failure"; readonly message: string }
);

export const CONDITION_KEYS = ["request", "route", "type", "service", "action", "function", "url"] as const;
export const RESPONSE_KEYS = [
  "status",
  "headers",
  "body",
  "base64",
  "payload",
  "error",
  "timeout",
  "failure",
  "delay",
] as const;
