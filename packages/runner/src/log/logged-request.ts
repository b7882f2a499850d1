import type { HeaderList } from "../integration/backend.js";

/** What an execution log tells of a request. What it does not say is absent. */
export interface LoggedRequest {
  readonly requestId?: string;
  /** When the first line was written that has a date, in milliseconds since 1970. */
  readonly time?: number;
  readonly httpMethod?: string;
  /** `/orders/{id}` */
  readonly resourcePath?: string;
  /** Path and query as the client wrote them, which only the steps of an invocation tell. */
  readonly url?: string;
  readonly path: HeaderList;
  readonly query: HeaderList;
  readonly headers: HeaderList;
  readonly body?: LoggedBody;
  /** What the integration was sent. */
  readonly sent?: LoggedMessage;
  /** What it answered. */
  readonly answer?: LoggedMessage;
  /** What the client got. */
  readonly response?: LoggedMessage;
  /** The lines that do not tell all, by their names: `Method request headers`. */
  readonly untold: readonly { readonly line: string; readonly why: "cut" | "binary" }[];
}

export interface LoggedMessage {
  readonly url?: string;
  readonly status?: number;
  readonly headers: HeaderList;
  readonly body?: LoggedBody;
}

/** Bytes where they are no text: only the steps of an invocation have them. */
export type LoggedBody = string | Uint8Array;
