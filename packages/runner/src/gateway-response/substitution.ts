import { contextValue } from "../context/request-context.js";
import { mappedValues } from "../mapping/mapped-value.js";
import { parseMappingSource } from "../mapping/mapping-expression.js";
import { requestInputs } from "../mapping/message-inputs.js";
import type { Exchange, RoutedExchange } from "../pipeline/exchange.js";

const VARIABLE = /\$(context|stageVariables|method\.request)((?:\.[A-Za-z0-9_-]+)+)/g;

/**
 * The text of a gateway response. It is no VTL: `$context.…`, `$stageVariables.…` and `$method.request.…` are replaced,
 * and nothing else. What is not there is empty.
 */
export function substitute(template: string, exchange: Exchange | RoutedExchange): string {
  if (!template.includes("$")) return template;
  return template.replace(VARIABLE, (_, root: string, rest: string) => valueOfVariable(root, rest.slice(1), exchange));
}

function valueOfVariable(root: string, name: string, exchange: Exchange | RoutedExchange): string {
  if (root === "context") {
    const value = contextValue(exchange.context, name);
    if (value === undefined || value === null) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  const source =
    root === "stageVariables"
      ? ({ kind: "stage-variable", name } as const)
      : parseMappingSource(`method.request.${name}`, "method.request");
  return mappedValues(source, requestInputs(exchange)).join(",");
}
