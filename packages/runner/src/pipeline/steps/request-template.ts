import type { PreparedTemplate } from "../../template/prepared-template.js";
import type { RoutedExchange } from "../exchange.js";
import type { Payload } from "../payload.js";
import { runMappingTemplate, type TemplateStep } from "../run-mapping-template.js";

const requestTemplate: TemplateStep = {
  side: "request",
  unchanged: "the body goes on as it is",
  made: "the body of the integration request",
  render: (exchange, template, event) => {
    const { output, context } = template.render(event);
    if (context !== undefined) exchange.context = context;
    return output;
  },
};

/** Makes the integration's payload; without a template, or with an empty one, it is the client's. */
export function renderRequest(
  exchange: RoutedExchange,
  template: PreparedTemplate | undefined,
  payload: Payload,
): Payload {
  return runMappingTemplate(requestTemplate, exchange, template, payload);
}
