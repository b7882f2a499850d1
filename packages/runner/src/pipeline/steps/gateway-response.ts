import type { GatewayResponse } from "@apigw-vtl/definitions";
import type { GatewayFailure } from "../../gateway-response/gateway-failure.js";
import { type GatewayResponseType, responseTypes } from "../../gateway-response/response-types.data.js";
import { substitute } from "../../gateway-response/substitution.js";
import { javaMap } from "../../log/java-map.js";
import { mappedValues } from "../../mapping/mapped-value.js";
import { parseMappingSource } from "../../mapping/mapping-expression.js";
import { failedRequestInputs } from "../../mapping/message-inputs.js";
import { HeaderBag, headerValue, isHeaderName } from "../../request/headers.js";
import { bytesOf } from "../../template/body-text.js";
import type { Exchange } from "../exchange.js";
import type { ClientResponse } from "../invocation.js";

/** The response of a request that has failed on its way: declared by the API, or the service's own. */
export function answerFailure(exchange: Exchange, failure: GatewayFailure): ClientResponse {
  const { definition, steps, log, ids, request } = exchange;
  const { type, details, clientMessage } = failure;
  steps.add(details.step, () => ({
    outcome: "failed",
    explanation: typeof details.explanation === "string" ? details.explanation : details.explanation(),
    facts: details.facts ?? {},
    ...(details.input && { input: details.input }),
    ...(details.place && { place: details.place }),
    ...(details.template !== undefined && { template: details.template }),
  }));
  for (const line of details.log ?? []) log.add(line);

  exchange.context = {
    ...exchange.context,
    requestId: ids.requestId,
    extendedRequestId: ids.extendedRequestId,
    error: {
      message: clientMessage,
      messageString: JSON.stringify(clientMessage),
      responseType: type,
      ...(details.validationError !== undefined && { validationErrorString: details.validationError }),
    },
  };
  const { declared, from } = declaredResponse(definition.gatewayResponses, type);
  const defaults = responseTypes[type];
  const status = statusOf(declared, details.status ?? defaults.status);
  const template = templateOf(declared, request.accept) ?? { contentType: "application/json", text: defaults.template };
  const body = bytesOf(substitute(template.text, exchange));
  const headers = new HeaderBag([
    ["x-amzn-RequestId", ids.requestId],
    ["x-amzn-ErrorType", defaults.errorType],
    ["x-amz-apigw-id", ids.extendedRequestId],
    ["Content-Type", template.contentType],
  ]);
  const inputs = failedRequestInputs(exchange);
  for (const [target, expression] of Object.entries(declared?.responseParameters ?? {})) {
    const name = /^gatewayresponse\.header\.(.+)$/s.exec(target)?.[1];
    if (name === undefined) continue;
    const values = mappedValues(parseMappingSource(expression, "method.request"), inputs);
    if (values.length > 0 && isHeaderName(name)) headers.set(name, ...values.map(headerValue));
  }
  const response = { status, headers: headers.list(), body };
  log.add(`Gateway response type: ${type} with status code: ${status}`);
  log.add(`Method completed with status: ${status}`);
  steps.add("gateway-response", () => ({
    explanation:
      `The request ends with the gateway response ${type}, status ${status}` +
      (from === undefined ? ", as the service words it." : `, as ${from} of the API declares it.`),
    facts: { type, status: String(status), headers: javaMap(response.headers) },
    output: response,
    template: template.text,
  }));
  return response;
}

/** What the API declares for the type itself, else for its family. */
function declaredResponse(
  responses: Readonly<Record<string, GatewayResponse>>,
  type: GatewayResponseType,
): { readonly declared: GatewayResponse | undefined; readonly from: string | undefined } {
  const family = responseTypes[type].status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
  const from = [type, family].find((name) => Object.hasOwn(responses, name));
  return { declared: from === undefined ? undefined : responses[from], from };
}

function statusOf(declared: GatewayResponse | undefined, fallback: number): number {
  const status = Number(declared?.statusCode);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : fallback;
}

/** The template of the accepted type, else of `application/json`, else the first one. */
function templateOf(declared: GatewayResponse | undefined, accept: string) {
  const templates = Object.entries(declared?.responseTemplates ?? {});
  const chosen =
    templates.find(([contentType]) => contentType.toLowerCase() === accept) ??
    templates.find(([contentType]) => contentType === "application/json") ??
    templates[0];
  return chosen && { contentType: chosen[0], text: chosen[1] };
}
