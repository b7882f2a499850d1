import type { Integration } from "@apigw-vtl/definitions";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { EMPTY_BODY } from "../template/body-text.js";

/** The method that the backend is called with: the integration's own, or for `ANY` and none the client's. */
export function integrationMethod({ request }: RoutedExchange, { httpMethod }: Integration): string {
  return httpMethod === undefined || httpMethod.toUpperCase() === "ANY" ? request.httpMethod : httpMethod.toUpperCase();
}

/** Methods without a payload are sent without one (checked on AWS by LocalStack). */
export function methodBody(method: string, body: Uint8Array): Uint8Array {
  return carriesBody(method) ? body : EMPTY_BODY;
}

export function carriesBody(method: string): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}
