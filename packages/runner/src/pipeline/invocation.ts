import type { Place } from "@apigw-vtl/definitions";
import type { HeaderList } from "../integration/backend.js";

/** A client's request, as it comes over the wire. */
export interface GatewayRequest {
  readonly httpMethod: string;
  /** Without the stage, still percent-encoded: `/pets/7`. */
  readonly path: string;
  /** What follows `?`, still encoded; empty if nothing does. */
  readonly queryString: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  readonly sourceIp?: string;
  /** Instead of those of the definition. */
  readonly stageVariables?: Readonly<Record<string, string>>;
  /** As the TEST button of the console does it: no API key, no authorizer, no headers of the edge. */
  readonly testInvoke?: boolean;
}

/** What the client gets; `Content-Length`, `Connection` and `Date` are left to whoever sends it. */
export interface ClientResponse {
  readonly status: number;
  readonly headers: HeaderList;
  /** Of a body that streamed the first 10 MB. */
  readonly body: Uint8Array;
  /** Why a body that streamed broke off. */
  readonly incomplete?: string;
}

/** Takes the response of an integration that streams, as it comes. */
export interface ResponseSink {
  /** Called once, before the first piece; not called for a response that does not stream. */
  start(head: Pick<ClientResponse, "status" | "headers">): void;
  /** The next piece waits until this one is taken. */
  write(piece: Uint8Array): void | Promise<void>;
}

/** One request through the gateway: its response, and how it came about. */
export interface Invocation {
  readonly requestId: string;
  readonly response: ClientResponse;
  /** Told when they are read first. In the order that the gateway takes them; those after a failure are missing. */
  readonly steps: readonly Step[];
  /** The lines of the console's TEST log, dates included. Written when they are read first. */
  readonly log: readonly string[];
}

export type StepName =
  | "routing"
  | "api-key"
  | "authorizer"
  | "request-validation"
  | "request-parameters"
  | "request-template-selection"
  | "request-content-handling"
  | "request-template"
  | "request-overrides"
  | "integration"
  | "response-selection"
  | "response-parameters"
  | "response-template-selection"
  | "response-content-handling"
  | "response-template"
  | "response-overrides"
  | "header-remapping"
  | "response-streaming"
  | "gateway-response";

/** What the gateway did at one point of the way, told for people and for tools. */
export interface Step {
  readonly name: StepName;
  readonly outcome: "done" | "skipped" | "failed";
  /** What was chosen or done and why, in a sentence or two. */
  readonly explanation: string;
  /** Choices and values in a few words each: `{ template: "application/json", reason: "Content-Type" }`. */
  readonly facts: Readonly<Record<string, string>>;
  readonly input?: Message;
  readonly output?: Message;
  /** The declaration that decided: a template, a pattern, a mapping. */
  readonly place?: Place;
  /** The text of the mapping template that ran. */
  readonly template?: string;
}

/** The message at one point of the way; what is not known yet is left out. */
export interface Message {
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers?: HeaderList;
  readonly body?: Uint8Array;
}
