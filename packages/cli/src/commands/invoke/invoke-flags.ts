import type { RequestFlags } from "../../request/request-options.js";
import type { GatewayFlags } from "../gateway-options/gateway-plan.js";

/** The options of `vtl invoke` as commander gives them. */
export interface InvokeFlags extends GatewayFlags, RequestFlags {
  readonly include?: boolean;
  readonly log?: boolean;
  readonly explain?: boolean;
  readonly format: "raw" | "json";
}
