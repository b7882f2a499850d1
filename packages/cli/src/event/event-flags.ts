/** The options of a command that describe the request; shared by every command that renders. */
export interface EventFlags {
  /** File, or `-`: our event, or an AWS Lambda-proxy event, in JSON or YAML. */
  readonly event?: string;
  /** File, or `-`: the raw body. */
  readonly body?: string;
  /** `name=value` each; a repeated name has several values. */
  readonly header?: readonly string[];
  readonly query?: readonly string[];
  readonly path?: readonly string[];
  readonly stageVar?: readonly string[];
  /** File, or `-`: an object of `$context` entries. */
  readonly context?: string;
  /** `a.b=value` each. */
  readonly contextSet?: readonly string[];
  readonly time?: string;
  readonly requestId?: string;
  /** Whether an event that says nothing about `$context` gets the sample. */
  readonly sampleContext: boolean;
}
