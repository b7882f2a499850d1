import type { HostMap } from "../../tree/host-node.js";

/** A top-level block of a Terraform file. */
export interface TerraformBlock {
  /** `resource`, `module`, `locals`... */
  readonly kind: string;
  /** A resource's type; else empty. */
  readonly type: string;
  /** As the configuration refers to it: `aws_api_gateway_method.get`, `module.api`, `local`. */
  readonly address: string;
  /** JSON pointer of its body, if that is not its address. */
  readonly pointer?: string;
  readonly body: HostMap;
}
