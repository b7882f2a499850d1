import { type Integration, isReservedHeader } from "@apigw-vtl/definitions";
import { configurationError } from "../gateway-response/gateway-failure.js";
import type { StepName } from "../pipeline/invocation.js";

/** Throws GatewayFailure for a header that neither mappings nor templates may set. */
export function refuseReservedHeader({ type, place }: Integration, name: string, step: StepName): void {
  if (!isReservedHeader(name, type)) return;
  throw configurationError(`${name} header already present`, {
    step,
    explanation: `${name} cannot be set for an integration of type ${type}: the service sets it itself and answers 500. Remove it.`,
    facts: { header: name },
    place,
  });
}
