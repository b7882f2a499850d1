import type { ApiIdentity } from "../context/request-context.js";
import { GatewayFailure } from "../gateway-response/gateway-failure.js";
import type { Router } from "../route/router.js";
import type { Exchange, RoutedExchange } from "./exchange.js";
import type { ClientResponse } from "./invocation.js";
import { runIntegration } from "./run-integration.js";
import { checkApiKey } from "./steps/api-key.js";
import { authorize } from "./steps/authorizer.js";
import { answerFailure } from "./steps/gateway-response.js";
import { finishResponse } from "./steps/header-remapping.js";
import { validateRequest } from "./steps/request-validation.js";
import { streamBody } from "./steps/response-streaming.js";
import { routeRequest } from "./steps/routing.js";

export interface PipelineParts {
  readonly router: Router;
  readonly api: ApiIdentity;
  /** When the request came. */
  readonly time: number;
}

/** One request from the client and back, in the order of spec 6.1. */
export async function runPipeline(exchange: Exchange, parts: PipelineParts): Promise<ClientResponse> {
  let routed: RoutedExchange | undefined;
  try {
    routed = routeRequest(exchange, parts);
    checkApiKey(routed, "HEADER");
    await authorize(routed);
    checkApiKey(routed, "AUTHORIZER");
    await validateRequest(routed);
    const method = await runIntegration(routed);
    const response = finishResponse(routed, method);
    return method.stream === undefined ? response : await streamBody(routed, response, method.stream);
  } catch (error) {
    if (error instanceof GatewayFailure) return answerFailure(routed ?? exchange, error);
    throw error;
  }
}
