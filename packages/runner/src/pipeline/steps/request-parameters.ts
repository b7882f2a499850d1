import { refuseReservedHeader } from "../../integration/refuse-reserved-header.js";
import { mappedValues } from "../../mapping/mapped-value.js";
import { requestInputs } from "../../mapping/message-inputs.js";
import { HeaderBag } from "../../request/headers.js";
import type { PreparedIntegration } from "../../route/prepared-route.js";
import type { RoutedExchange } from "../exchange.js";

/** What the integration's request gets besides its payload. */
export interface IntegrationParameters {
  readonly headers: HeaderBag;
  /** Decoded, each name with all its values. */
  readonly query: Map<string, readonly string[]>;
  readonly path: Map<string, string>;
}

/** Evaluates `requestParameters`. A mapping whose source is missing is dropped. */
export function mapRequestParameters(exchange: RoutedExchange, prepared: PreparedIntegration): IntegrationParameters {
  const { requestMappings, integration } = prepared;
  const headers = new HeaderBag();
  const query = new Map<string, readonly string[]>();
  const path = new Map<string, string>();
  if (requestMappings.length === 0) {
    exchange.steps.add("request-parameters", () => ({
      outcome: "skipped",
      explanation: "The integration maps no parameters.",
    }));
    return { headers, query, path };
  }
  const inputs = requestInputs(exchange);
  const results: { readonly target: string; readonly expression: string; readonly values: readonly string[] }[] = [];
  for (const { location, name, source, target, expression } of requestMappings) {
    const values = mappedValues(source, inputs);
    results.push({ target, expression, values });
    if (values.length === 0) continue;
    if (location === "header") {
      refuseReservedHeader(integration, name, "request-parameters");
      headers.set(name, ...values);
    } else if (location === "querystring") query.set(name, values);
    else path.set(name, values.at(-1) ?? "");
  }
  exchange.steps.add("request-parameters", () => ({
    explanation: results
      .map(({ target, expression, values }) =>
        values.length === 0
          ? `${target} is left out, since ${expression} has no value.`
          : `${target} is ${values.map((value) => `"${value}"`).join(" and ")}, from ${expression}.`,
      )
      .join(" "),
    facts: Object.fromEntries(
      results.flatMap(({ target, values }) => (values.length > 0 ? [[target, values.join(", ")]] : [])),
    ),
    ...(integration.place && { place: integration.place }),
  }));
  return { headers, query, path };
}
