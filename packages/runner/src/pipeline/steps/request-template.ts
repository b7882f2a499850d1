import { bytesOf, textOf } from "../../template/body-text.js";
import type { PreparedTemplate } from "../../template/prepared-template.js";
import { binaryPayload, renderFailure } from "../../template/render-failure.js";
import { templateEvent } from "../../template/template-event.js";
import type { RoutedExchange } from "../exchange.js";
import type { Payload } from "../payload.js";

/** Makes the integration's payload; without a template, or with an empty one, it is the client's. */
export function renderRequest(
  exchange: RoutedExchange,
  template: PreparedTemplate | undefined,
  payload: Payload,
): Uint8Array {
  if (template === undefined || template.text === "") {
    exchange.steps.add("request-template", () => ({
      outcome: "skipped",
      explanation: `${template === undefined ? "Without a template" : "The template is empty:"} the body goes on as it is.`,
    }));
    return payload.bytes;
  }
  if (payload.kind === "binary") throw binaryPayload(template, "request-template");
  const body = render(exchange, template, payload);
  exchange.steps.add("request-template", () => ({
    explanation: `The request template for ${template.contentType} made the body of the integration request.`,
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
    const { output, context } = template.render(templateEvent(exchange, textOf(payload.bytes)));
    if (context !== undefined) exchange.context = context;
    return bytesOf(output);
  } catch (error) {
    throw renderFailure(error, template, "request-template");
  }
}
