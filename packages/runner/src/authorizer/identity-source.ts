import { mappedValues } from "../mapping/mapped-value.js";
import { parseMappingSource } from "../mapping/mapping-expression.js";
import { requestInputs } from "../mapping/message-inputs.js";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { headerOf } from "../request/headers.js";

/** What an identity source such as `method.request.header.Authorization` says; `undefined` if it is missing or empty. */
export function identityOf(exchange: RoutedExchange, expression: string): string | undefined {
  const source = parseMappingSource(expression, "method.request");
  if (source.kind === "parameter" && source.location === "header") {
    return headerOf(exchange.request.headers, source.name.toLowerCase()) || undefined;
  }
  return mappedValues(source, requestInputs(exchange))[0] || undefined;
}
