import type { PreparedTemplate } from "../../template/prepared-template.js";
import type { RoutedExchange } from "../exchange.js";
import type { Payload } from "../payload.js";
import { runMappingTemplate, type TemplateStep } from "../run-mapping-template.js";

const responseTemplate: TemplateStep = {
  side: "response",
  unchanged: "the client gets the body as it is",
  made: "the body that the client gets",
  render: (exchange, template, event) => {
    const { output, responseOverride } = template.renderLast(event);
    if (responseOverride !== undefined) exchange.context = { ...exchange.context, responseOverride };
    return output;
  },
};

/**
 * Makes the client's payload; without a template, or with an empty one, it is the integration's (documented: so a payload
 * is passed through beside other templates).
 */
export function renderResponse(
  exchange: RoutedExchange,
  template: PreparedTemplate | undefined,
  payload: Payload,
): Payload {
  return runMappingTemplate(responseTemplate, exchange, template, payload);
}
