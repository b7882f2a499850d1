import { GatewayFailure } from "../../gateway-response/gateway-failure.js";
import { headerOf } from "../../request/headers.js";
import type { RoutedExchange } from "../exchange.js";

/** Checks the API key of a method that requires one; `source` says at which of the two points of the way this is. */
export function checkApiKey(exchange: RoutedExchange, source: "HEADER" | "AUTHORIZER"): void {
  const { definition, request, route, settings, steps, context } = exchange;
  if (definition.apiKeySource !== source) return;
  if (!route.route.apiKeyRequired || request.testInvoke) {
    steps.add("api-key", () => ({
      outcome: "skipped",
      explanation: request.testInvoke ? "A test needs no API key." : "The method requires no API key.",
    }));
    return;
  }
  const sent = source === "HEADER" ? headerOf(request.headers, "x-api-key") : exchange.usageIdentifierKey;
  const key =
    settings.apiKeys === undefined
      ? sent && { id: "local", value: sent }
      : settings.apiKeys.find(({ value }) => value === sent);
  if (!key) {
    throw new GatewayFailure("INVALID_API_KEY", {
      step: "api-key",
      explanation:
        sent === undefined
          ? `The method requires an API key and none came ${source === "HEADER" ? "in the header x-api-key" : "from the authorizer (usageIdentifierKey)"}: 403 Forbidden.`
          : "The method requires an API key, and the one that came is none of the accepted ones: 403 Forbidden.",
    });
  }
  exchange.context = {
    ...context,
    identity: { ...(context.identity as object), apiKey: key.value, apiKeyId: key.id },
  };
  steps.add("api-key", () => ({ explanation: "The API key is accepted.", facts: { apiKeyId: key.id } }));
}
