import type { RoutedExchange } from "../exchange.js";

export async function validateRequest(exchange: RoutedExchange): Promise<void> {
  exchange.steps.add("request-validation", () => ({
    outcome: "skipped",
    explanation: "The method validates nothing.",
  }));
}
