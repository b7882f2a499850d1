import type { ApiDefinition } from "../../definition/api-definition.js";
import type { GatewayRequest, Invocation } from "../../pipeline/invocation.js";

/** Runs requests; what `createGateway` gives. */
export interface RequestRunner {
  invoke(request: GatewayRequest, signal: AbortSignal): Promise<Invocation>;
}

/** What a server answers with at one moment. */
export interface ServedApi {
  readonly definition: ApiDefinition;
  readonly gateway: RequestRunner;
  /** Why the files as they are now cannot be served, where this is what they said before. */
  readonly problem?: string;
}
