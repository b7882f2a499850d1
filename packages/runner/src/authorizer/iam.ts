import { GatewayFailure } from "../gateway-response/gateway-failure.js";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { headerOf } from "../request/headers.js";

/** AWS_IAM without a stand-in: the request has to be signed; by whom, and whether rightly, is not checked. */
export function authorizeByIam(exchange: RoutedExchange): undefined {
  const authorization = headerOf(exchange.request.headers, "authorization") ?? "";
  const accessKey = /^AWS4-HMAC-SHA256\s.*Credential=([^/,\s]+)\//s.exec(authorization)?.[1];
  if (accessKey === undefined) {
    throw new GatewayFailure("MISSING_AUTHENTICATION_TOKEN", {
      step: "authorizer",
      explanation:
        "The method asks for AWS_IAM, and the request is not signed (Authorization: AWS4-HMAC-SHA256 …): 403.",
    });
  }
  const { identity } = exchange.context;
  exchange.context = { ...exchange.context, identity: { ...(identity as object), accessKey } };
  return undefined;
}
