import type { Place } from "@apigw-vtl/definitions";
import type { Message, StepName } from "../pipeline/invocation.js";
import { type GatewayResponseType, responseTypes } from "./response-types.data.js";

interface FailureDetails {
  readonly step: StepName;
  /** What went wrong and what to do, for people; told when somebody reads it. */
  readonly explanation: string | (() => string);
  /** Lines of the execution log, without their dates. */
  readonly log?: readonly string[];
  /** `$context.error.message`, if not the type's own. */
  readonly message?: string | null;
  /** Where the declaration's or the type's own does not apply: a malformed proxy response is a 502. */
  readonly status?: number;
  readonly validationError?: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly input?: Message;
  readonly place?: Place | undefined;
  readonly template?: string;
}

/** Ends the pipeline with a gateway response. Steps throw it; nobody outside of the pipeline sees it. */
export class GatewayFailure extends Error {
  readonly type: GatewayResponseType;
  readonly details: FailureDetails;

  constructor(type: GatewayResponseType, details: FailureDetails) {
    super(type);
    this.name = "GatewayFailure";
    this.type = type;
    this.details = details;
  }

  /** What the client is told. */
  get clientMessage(): string | null {
    return this.details.message === undefined ? responseTypes[this.type].message : this.details.message;
  }
}

/** A definition that cannot work: 500, and the log says `Execution failed due to configuration error`. */
export function configurationError(reason: string, details: FailureDetails): GatewayFailure {
  return new GatewayFailure("API_CONFIGURATION_ERROR", {
    ...details,
    log: [`Execution failed due to configuration error: ${reason}`, ...(details.log ?? [])],
  });
}
