import type { GatewayFlags } from "../gateway-options/gateway-plan.js";

/** The options of `vtl serve` as commander gives them. */
export interface ServeFlags extends GatewayFlags {
  readonly port: number;
  readonly host: string;
  readonly allowHost?: readonly string[];
  readonly stagePath?: boolean;
  readonly log?: boolean;
  readonly quiet?: boolean;
  /** False with `--no-page`. */
  readonly page: boolean;
}
