import { configurationError } from "../gateway-response/gateway-failure.js";
import { runAwsProxy } from "../proxy/aws-proxy.js";
import { runHttpProxy } from "../proxy/http-proxy.js";
import type { RoutedExchange } from "./exchange.js";
import type { MethodResponse } from "./method-response.js";
import { runMappedIntegration } from "./run-mapped-integration.js";

/** From the method request to the method response, by the type of the integration. */
export async function runIntegration(exchange: RoutedExchange): Promise<MethodResponse> {
  const prepared = exchange.route.integration;
  if (prepared === undefined) {
    throw configurationError("No integration defined for method", {
      step: "integration",
      explanation: "The method has no integration. The service would refuse to deploy it: declare one, or remove it.",
      place: exchange.route.route.place,
    });
  }
  switch (prepared.integration.type) {
    case "MOCK":
    case "HTTP":
    case "AWS":
      return runMappedIntegration(exchange, prepared);
    case "HTTP_PROXY":
      return runHttpProxy(exchange, prepared);
    case "AWS_PROXY":
      return runAwsProxy(exchange, prepared);
  }
}
