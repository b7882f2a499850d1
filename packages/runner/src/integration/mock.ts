import { PermissiveJson } from "@apigw-vtl/compiler";
import { configurationError } from "../gateway-response/gateway-failure.js";
import type { RoutedExchange } from "../pipeline/exchange.js";
import { EMPTY_BODY, textOf } from "../template/body-text.js";
import type { IntegrationAnswer } from "./answer.js";

/** A MOCK answers with the `statusCode` of its own request, and no payload. */
export function answerMock(exchange: RoutedExchange, body: Uint8Array): IntegrationAnswer {
  const statusCode = PermissiveJson.parse(textOf(body))?.integer("$.statusCode");
  if (statusCode === undefined) {
    throw configurationError(
      "Unable to parse statusCode. It should be an integer that is defined in the request template.",
      {
        step: "integration",
        explanation:
          'A MOCK integration needs a request template that prints JSON with an integer statusCode, such as {"statusCode": 200}: ' +
          "without it the service answers 500.",
        facts: { body: textOf(body) },
        place: exchange.route.route.integration?.place,
      },
    );
  }
  exchange.steps.add("integration", () => ({
    explanation: `The MOCK integration answers ${statusCode}, as its request template says, without a body.`,
    facts: { type: "MOCK", status: String(statusCode) },
    input: { body },
    output: { status: statusCode, headers: [], body: EMPTY_BODY },
  }));
  return {
    status: statusCode,
    headers: [],
    body: EMPTY_BODY,
    selectedBy: { what: "status", text: String(statusCode) },
  };
}
