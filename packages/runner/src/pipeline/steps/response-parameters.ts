import type { IntegrationAnswer } from "../../integration/answer.js";
import type { HeaderList } from "../../integration/backend.js";
import { mappedValues } from "../../mapping/mapped-value.js";
import { responseInputs } from "../../mapping/message-inputs.js";
import type { PreparedResponse } from "../../route/prepared-route.js";
import { textOf } from "../../template/body-text.js";
import type { RoutedExchange } from "../exchange.js";

/**
 * Evaluates `responseParameters`: the headers of the method response. One that the method response does not declare is
 * left out; the service refuses such a definition ("Invalid mapping expression parameter specified").
 */
export function mapResponseParameters(
  exchange: RoutedExchange,
  { mappings, response: { statusCode } }: PreparedResponse,
  answer: IntegrationAnswer,
): HeaderList {
  if (mappings.length === 0) {
    exchange.steps.add("response-parameters", () => ({
      outcome: "skipped",
      explanation: "The integration response maps no headers.",
    }));
    return [];
  }
  const declared = exchange.route.route.methodResponses.find((response) => response.statusCode === statusCode);
  const names = new Set(declared?.headers.map((name) => name.toLowerCase()));
  const inputs = responseInputs(exchange, answer.headers, textOf(answer.body));
  const headers: [string, string][] = [];
  const told: string[] = [];
  for (const { header, source, expression } of mappings) {
    if (!names.has(header.toLowerCase())) {
      told.push(
        `${header} is left out: the method response ${statusCode} does not declare it, so the service would refuse this definition.`,
      );
      continue;
    }
    const values = mappedValues(source, inputs);
    for (const value of values) headers.push([header, value]);
    told.push(
      values.length === 0
        ? `${header} is left out, since ${expression} has no value.`
        : `${header} is "${values.join(", ")}", from ${expression}.`,
    );
  }
  exchange.steps.add("response-parameters", () => ({
    explanation: told.join(" "),
    facts: Object.fromEntries(headers),
    input: { headers: answer.headers },
    output: { headers },
  }));
  return headers;
}
