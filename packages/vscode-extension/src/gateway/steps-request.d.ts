import type { EventSource, TemplatePlace } from "@apigw-vtl/lsp";
import type { InvocationJson } from "@apigw-vtl/runner";
import { ProtocolRequestType } from "vscode-languageserver-protocol";
/** Which template is to be seen at work, and the sample that makes the request. */
export interface StepsParams extends TemplatePlace {
  readonly source: EventSource;
}
/** Something about the definition that its user has to know. */
export interface StepsProblem {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly uri: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}
interface OfDefinition {
  readonly problems: readonly StepsProblem[];
  /** The files that the API was read from: what they say changes the steps. */
  readonly uris: readonly string[];
}
export type StepsReply =
  | (OfDefinition & {
      readonly status: "ran";
      /** As `vtl invoke --format json` prints it. */
      readonly invocation: InvocationJson;
      /** The request that the sample has become: `POST /orders?dry=1`. */
      readonly request: string;
      /** The step that runs the template. */
      readonly step: "request-template" | "response-template";
      /** Whether it is run with this request. */
      readonly reached: boolean;
      /** What was made up, added or left out to make a request of the sample. */
      readonly notes: readonly string[];
    })
  /** There is no way through a gateway to show: why, and what to do. */
  | (OfDefinition & {
      readonly status: "not-run";
      readonly reason: string;
      readonly hint?: string;
    });
/** A request's way through the gateway, made of a template's sample, by the API that the template is part of. */
export declare const StepsRequest: ProtocolRequestType<StepsParams, StepsReply, never, void, void>;
