import { type GatewayResponseVariable, gatewayResponseParts } from "@apigw-vtl/compiler";
import { contextValue } from "../context/request-context.js";
import { mappedValues } from "../mapping/mapped-value.js";
import { parseMappingSource } from "../mapping/mapping-expression.js";
import { failedRequestInputs } from "../mapping/message-inputs.js";
import type { Exchange } from "../pipeline/exchange.js";

/** The text of a gateway response with its variables replaced. What is not there is empty. */
export function substitute(template: string, exchange: Exchange): string {
  return gatewayResponseParts(template)
    .map((part) => (typeof part === "string" ? part : valueOfVariable(part, exchange)))
    .join("");
}

function valueOfVariable({ root, name }: GatewayResponseVariable, exchange: Exchange): string {
  if (root === "context") {
    const value = contextValue(exchange.context, name);
    if (value === undefined || value === null) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  }
  const source =
    root === "stageVariables"
      ? ({ kind: "stage-variable", name } as const)
      : parseMappingSource(`method.request.${name}`, "method.request");
  return mappedValues(source, failedRequestInputs(exchange)).join(",");
}
