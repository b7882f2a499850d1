import { GatewayFailure } from "../gateway-response/gateway-failure.js";

/** 401, with a `message` of its own where the service has one. */
export function unauthorized(reason: string, message?: string): GatewayFailure {
  return new GatewayFailure("UNAUTHORIZED", {
    step: "authorizer",
    explanation: `${reason}: 401.`,
    ...(message !== undefined && { message }),
    log: ["Unauthorized request"],
  });
}
