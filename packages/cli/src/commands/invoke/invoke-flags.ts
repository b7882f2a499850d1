import type { GatewayFlags } from "../gateway-options/gateway-flags.js";

/** The options of `vtl invoke` as commander gives them. */
export interface InvokeFlags extends GatewayFlags {
  /** `Name: value` each. */
  readonly header?: readonly string[];
  /** The body, or `@FILE` or `@-`. */
  readonly data?: string;
  readonly sourceIp?: string;
  readonly include?: boolean;
  readonly log?: boolean;
  readonly explain?: boolean;
  readonly format: "raw" | "json";
}
