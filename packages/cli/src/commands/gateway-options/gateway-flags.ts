/** The options that `vtl serve` and `vtl invoke` share, as commander gives them. */
export interface GatewayFlags {
  readonly api?: string;
  readonly parameter?: readonly string[];
  readonly stageVar?: readonly string[];
}
