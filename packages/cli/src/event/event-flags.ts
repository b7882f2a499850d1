import type { RequestFlags } from "../request/request-options.js";

/** The options of a command that describe the event of a template. */
export interface EventFlags extends RequestFlags {
  /** File, or `-`: our event, or an AWS Lambda-proxy event, in JSON or YAML. */
  readonly event?: string;
  /** File, or `-`: an object of `$context` entries. */
  readonly context?: string;
  /** `a.b=value` each. */
  readonly contextSet?: readonly string[];
  readonly time?: string;
  readonly requestId?: string;
  /** Whether an event that says nothing about `$context` gets the sample. */
  readonly sampleContext: boolean;
}
