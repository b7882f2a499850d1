import type { RoutedExchange } from "../pipeline/exchange.js";
import type { MethodResponse } from "../pipeline/method-response.js";
import type { PreparedIntegration } from "../route/prepared-route.js";

export async function runHttpProxy(_exchange: RoutedExchange, _prepared: PreparedIntegration): Promise<MethodResponse> {
  throw new Error("HTTP_PROXY is to come");
}
