import { HeaderBag } from "../request/headers.js";
import type { PreparedIntegration } from "../route/prepared-route.js";
import type { RoutedExchange } from "./exchange.js";
import type { MethodResponse } from "./method-response.js";
import { callIntegration } from "./steps/integration.js";
import { convertRequest } from "./steps/request-content-handling.js";
import { applyRequestOverrides } from "./steps/request-overrides.js";
import { mapRequestParameters } from "./steps/request-parameters.js";
import { renderRequest } from "./steps/request-template.js";
import { selectRequestTemplate } from "./steps/request-template-selection.js";
import { convertResponse } from "./steps/response-content-handling.js";
import { applyResponseOverrides } from "./steps/response-overrides.js";
import { mapResponseParameters } from "./steps/response-parameters.js";
import { selectResponse } from "./steps/response-selection.js";
import { renderResponse } from "./steps/response-template.js";
import { selectResponseTemplate } from "./steps/response-template-selection.js";

/** MOCK, HTTP and AWS: everything that the definition says about request and response applies. */
export async function runMappedIntegration(
  exchange: RoutedExchange,
  prepared: PreparedIntegration,
): Promise<MethodResponse> {
  const { integration } = prepared;
  const mapped = mapRequestParameters(exchange, prepared);
  const requestTemplate = selectRequestTemplate(exchange, prepared);
  const payload = convertRequest(exchange, integration);
  const rendered = renderRequest(exchange, requestTemplate, payload);
  const parameters = applyRequestOverrides(exchange, integration, mapped);
  const answer = await callIntegration(exchange, prepared, parameters, rendered);
  const selected = selectResponse(exchange, prepared, answer);
  const headers = new HeaderBag(mapResponseParameters(exchange, selected, answer));
  const responseTemplate = selectResponseTemplate(exchange, selected);
  const converted = convertResponse(exchange, selected.contentHandling, answer);
  const made = renderResponse(exchange, responseTemplate, converted);
  const status = applyResponseOverrides(exchange, Number(selected.response.statusCode), headers);
  return { integrationType: integration.type, status, headers, payload: made };
}
