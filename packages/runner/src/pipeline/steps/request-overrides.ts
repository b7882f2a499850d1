import { isPlainObject } from "@apigw-vtl/compiler";
import type { Integration } from "@apigw-vtl/definitions";
import { refuseReservedHeader } from "../../integration/refuse-reserved-header.js";
import { overrideValues } from "../../template/override-values.js";
import type { RoutedExchange } from "../exchange.js";
import type { IntegrationParameters } from "./request-parameters.js";

/** Applies `$context.requestOverride`, which goes over what was mapped. */
export function applyRequestOverrides(
  exchange: RoutedExchange,
  integration: Integration,
  mapped: IntegrationParameters,
): IntegrationParameters {
  const override = exchange.context.requestOverride;
  const header = isPlainObject(override) ? overrideValues(override.header) : [];
  const querystring = isPlainObject(override) ? overrideValues(override.querystring) : [];
  const path = isPlainObject(override) ? overrideValues(override.path) : [];
  for (const [name, values] of header) {
    refuseReservedHeader(integration, name, "request-overrides");
    mapped.headers.set(name, ...values);
  }
  for (const [name, values] of querystring) mapped.query.set(name, values);
  for (const [name, values] of path) mapped.path.set(name, values.at(-1) ?? "");
  exchange.steps.add("request-overrides", () => {
    const all = [
      ...header.map(([name, values]) => [`header.${name}`, values] as const),
      ...querystring.map(([name, values]) => [`querystring.${name}`, values] as const),
      ...path.map(([name, values]) => [`path.${name}`, values] as const),
    ];
    if (all.length === 0) return { outcome: "skipped", explanation: "The template overrides nothing of the request." };
    return {
      explanation: `The template sets ${all.map(([name]) => `requestOverride.${name}`).join(", ")}.`,
      facts: Object.fromEntries(all.map(([name, values]) => [name, values.join(", ")])),
    };
  });
  return mapped;
}
