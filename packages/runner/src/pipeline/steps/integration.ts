import type { IntegrationAnswer } from "../../integration/answer.js";
import type { BackendRequest } from "../../integration/backend.js";
import { endpointHeaders } from "../../integration/endpoint-headers.js";
import { fillUri } from "../../integration/fill-uri.js";
import { integrationMethod, methodBody } from "../../integration/integration-method.js";
import { errorMessageOf } from "../../integration/lambda-error.js";
import { answerMock } from "../../integration/mock.js";
import { send } from "../../integration/send.js";
import { resolveTarget } from "../../integration/target.js";
import type { PreparedIntegration } from "../../route/prepared-route.js";
import type { RoutedExchange } from "../exchange.js";
import type { Payload } from "../payload.js";
import type { IntegrationParameters } from "./request-parameters.js";

/** Sends the request of a MOCK, HTTP or AWS integration, and says what the response is selected by. */
export async function callIntegration(
  exchange: RoutedExchange,
  { integration }: PreparedIntegration,
  parameters: IntegrationParameters,
  payload: Payload,
): Promise<IntegrationAnswer> {
  const { type } = integration;
  if (type === "MOCK") return answerMock(exchange, payload.bytes);
  const uri = fillUri(integration.uri ?? "", parameters.path, exchange.stageVariables);
  const method = integrationMethod(exchange, integration);
  const mapped = parameters.headers.list();
  const asynchronous = mapped.some(
    ([name, value]) => name.toLowerCase() === "x-amz-invocation-type" && value.replaceAll("'", "") === "Event",
  );
  const query = [...parameters.query].flatMap(([name, values]) => values.map((value) => [name, value] as const));
  const target = resolveTarget(integration, uri, method, query, asynchronous);
  const body = target.kind === "lambda" ? payload.bytes : methodBody(method, payload.bytes);
  const request: BackendRequest = {
    route: exchange.route.route,
    integration,
    target,
    headers: endpointHeaders(exchange, type, target, mapped),
    body,
    timeoutInMillis: integration.timeoutInMillis,
    client: exchange.request,
    requestId: exchange.ids.requestId,
  };
  const answer = await send(exchange, request, payload.kind);
  const status = answer.kind === "response" ? answer.status : asynchronous ? 202 : 200;
  const answered = answer.kind === "response" ? answer.body : answer.payload;
  return {
    status,
    headers: answer.headers,
    body: answered,
    selectedBy:
      target.kind === "lambda"
        ? { what: "errorMessage", text: errorMessageOf(answered) }
        : { what: "status", text: String(status) },
  };
}
