import { configurationError } from "../../gateway-response/gateway-failure.js";
import type { IntegrationAnswer } from "../../integration/answer.js";
import { responseFor } from "../../route/choose-response.js";
import type { PreparedIntegration, PreparedResponse } from "../../route/prepared-route.js";
import type { RoutedExchange } from "../exchange.js";

/**
 * The integration response: one whose pattern matches the whole text, else the default one, to which an error message of
 * several lines falls.
 */
export function selectResponse(
  exchange: RoutedExchange,
  { patternResponses, defaultResponse, integration }: PreparedIntegration,
  { status, selectedBy }: IntegrationAnswer,
): PreparedResponse {
  const { what, text } = selectedBy;
  const matching = responseFor({ patternResponses }, selectedBy);
  const selected = matching ?? defaultResponse;
  const error = text === "" ? "the empty error message of a success" : `the error message "${text}"`;
  const subject = what === "status" ? `the status ${text}` : error;
  const facts = { matched: text, against: what, patterns: patternsOf(patternResponses) };
  if (selected === undefined) {
    throw configurationError(
      `No match for output mapping and no default output mapping configured. Endpoint Response Status Code: ${status}`,
      {
        step: "response-selection",
        explanation:
          `No integration response is for ${subject} (${facts.patterns}), and none is the default: 500. ` +
          "Declare one without a selection pattern (in OpenAPI its key is default).",
        facts,
        place: integration.place,
      },
    );
  }
  const { statusCode, selectionPattern } = selected.response;
  if (!exchange.route.route.methodResponses.some((declared) => declared.statusCode === statusCode)) {
    throw configurationError(`Output mapping refers to an invalid method response: ${statusCode}`, {
      step: "response-selection",
      explanation: `The integration response ${statusCode} is selected, but the method declares no response ${statusCode}: 500. Declare it among the method's responses.`,
      facts: { ...facts, status: statusCode },
      place: integration.place,
    });
  }
  exchange.steps.add("response-selection", () => ({
    explanation:
      matching === undefined
        ? `No pattern matches ${subject}: the default integration response, ${statusCode}, is taken.`
        : `The pattern ${selectionPattern} matches ${subject}: the integration response ${statusCode} is taken.`,
    facts: { ...facts, status: statusCode, pattern: selectionPattern ?? "" },
    ...(integration.place && { place: integration.place }),
  }));
  return selected;
}

function patternsOf(responses: readonly PreparedResponse[]): string {
  if (responses.length === 0) return "no patterns";
  return responses.map(({ response }) => `${response.selectionPattern} → ${response.statusCode}`).join(", ");
}
