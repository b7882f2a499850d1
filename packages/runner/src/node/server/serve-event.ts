import type { Invocation } from "../../pipeline/invocation.js";

/** What a server tells of each request, for its log. */
export type ServeEvent =
  | {
      readonly kind: "answered";
      readonly httpMethod: string;
      /** Path and query as they came. */
      readonly target: string;
      readonly milliseconds: number;
      readonly invocation: Invocation;
      /** The client went away before it was answered. */
      readonly aborted: boolean;
      /** Why the answer could not be sent as it is: a 500 went out in its place. */
      readonly unsendable?: string;
    }
  /** Answered before the gateway saw it. */
  | { readonly kind: "refused"; readonly request?: string; readonly status: number; readonly reason: string }
  /** The program failed; the client got a 500. */
  | { readonly kind: "defect"; readonly request: string; readonly error: unknown };
