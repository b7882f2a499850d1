import { bytesOf, textOf } from "../../template/body-text.js";
import type { PreparedTemplate } from "../../template/prepared-template.js";
import { binaryPayload, renderFailure } from "../../template/render-failure.js";
import { templateEvent } from "../../template/template-event.js";
import type { RoutedExchange } from "../exchange.js";
import type { Payload } from "../payload.js";

/**
 * Makes the client's payload; without a template, or with an empty one, it is the integration's (documented: so a payload
 * is passed through beside other templates).
 */
export function renderResponse(
  exchange: RoutedExchange,
  template: PreparedTemplate | undefined,
  payload: Payload,
): Uint8Array {
  if (template === undefined || template.text === "") {
    exchange.steps.add("response-template", () => ({
      outcome: "skipped",
      explanation: `${template === undefined ? "Without a template" : "The template is empty:"} the client gets the body as it is.`,
    }));
    return payload.bytes;
  }
  if (payload.kind === "binary") throw binaryPayload(template, "response-template");
  const body = render(exchange, template, payload);
  exchange.steps.add("response-template", () => ({
    explanation: `The response template for ${template.contentType} made the body that the client gets.`,
    facts: { template: template.contentType },
    input: { body: payload.bytes },
    output: { body },
    template: template.text,
    ...(template.place && { place: template.place }),
  }));
  return body;
}

function render(exchange: RoutedExchange, template: PreparedTemplate, payload: Payload): Uint8Array {
  try {
    const { output, responseOverride } = template.renderLast(templateEvent(exchange, textOf(payload.bytes)));
    if (responseOverride !== undefined) exchange.context = { ...exchange.context, responseOverride };
    return bytesOf(output);
  } catch (error) {
    throw renderFailure(error, template, "response-template");
  }
}
