import type { Integration } from "@apigw-vtl/definitions";
import { configurationError } from "../gateway-response/gateway-failure.js";
import type { StepName } from "../pipeline/invocation.js";

/** Recorded: mapping one of these is a 500, for AWS integrations of more names. */
const FORBIDDEN = new Set(["content-length", "transfer-encoding", "x-amzn-trace-id", "x-amzn-apigateway-api-id"]);
const FORBIDDEN_OF_AWS = new Set([...FORBIDDEN, "authorization", "connection", "expect", "proxy-authenticate", "te"]);

/** Throws GatewayFailure for a header that neither mappings nor templates may set. */
export function refuseForbiddenHeader({ type, place }: Integration, name: string, step: StepName): void {
  const forbidden = type.startsWith("AWS") ? FORBIDDEN_OF_AWS : FORBIDDEN;
  if (!forbidden.has(name.toLowerCase())) return;
  throw configurationError(`${name} header already present`, {
    step,
    explanation: `${name} cannot be set for an integration of type ${type}: the service sets it itself and answers 500. Remove it.`,
    facts: { header: name },
    place,
  });
}
