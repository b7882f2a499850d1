import type { RoutedExchange } from "../exchange.js";

export async function authorize(exchange: RoutedExchange): Promise<void> {
  exchange.steps.add("authorizer", () => ({ outcome: "skipped", explanation: "The method has no authorizer." }));
}
