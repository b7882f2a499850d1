import { configurationError } from "../../gateway-response/gateway-failure.js";
import type { IntegrationAnswer } from "../../integration/answer.js";
import { carriesBody, endpointHeaders } from "../../integration/endpoint-headers.js";
import { fillUri } from "../../integration/fill-uri.js";
import { errorMessageOf } from "../../integration/lambda-error.js";
import { answerMock } from "../../integration/mock.js";
import { send } from "../../integration/send.js";
import { targetOf } from "../../integration/target.js";
import type { PreparedIntegration } from "../../route/prepared-route.js";
import { EMPTY_BODY } from "../../template/body-text.js";
import type { RoutedExchange } from "../exchange.js";
import type { IntegrationParameters } from "./request-parameters.js";

/** Sends the request of a MOCK, HTTP or AWS integration, and says what the response is selected by. */
export async function callIntegration(
  exchange: RoutedExchange,
  { integration }: PreparedIntegration,
  parameters: IntegrationParameters,
  body: Uint8Array,
): Promise<IntegrationAnswer> {
  const { type } = integration;
  if (type === "MOCK") return answerMock(exchange, body);
  const uri = fillUri(integration.uri ?? "", parameters.path, exchange.stageVariables);
  const method =
    integration.httpMethod === undefined || integration.httpMethod === "ANY"
      ? exchange.request.httpMethod
      : integration.httpMethod.toUpperCase();
  const mapped = parameters.headers.list();
  const asynchronous = mapped.some(
    ([name, value]) => name.toLowerCase() === "x-amz-invocation-type" && value.replaceAll("'", "") === "Event",
  );
  const query = [...parameters.query].flatMap(([name, values]) => values.map((value) => [name, value] as const));
  const target = targetOf(uri, method, query, asynchronous);
  if (target === undefined) {
    throw configurationError("Invalid endpoint address", {
      step: "integration",
      explanation: `The integration's URI leads nowhere: ${uri}. It is either a URL or arn:aws:apigateway:REGION:SERVICE:path|action/….`,
      facts: { uri },
      place: integration.place,
    });
  }
  const answer = await send(exchange, {
    route: exchange.route.route,
    integration,
    target,
    headers: endpointHeaders(exchange, type, target, mapped),
    // Recorded by LocalStack: methods that have no body are sent without one.
    body: target.kind === "lambda" || carriesBody(method) ? body : EMPTY_BODY,
    timeoutInMillis: integration.timeoutInMillis,
    requestId: exchange.ids.requestId,
  });
  const status = answer.kind === "response" ? answer.status : asynchronous ? 202 : 200;
  const payload = answer.kind === "response" ? answer.body : answer.payload;
  return {
    status,
    headers: answer.headers,
    body: payload,
    selectedBy:
      target.kind === "lambda"
        ? { what: "errorMessage", text: errorMessageOf(payload) }
        : { what: "status", text: String(status) },
  };
}
