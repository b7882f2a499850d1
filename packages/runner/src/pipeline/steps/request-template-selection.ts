import { GatewayFailure } from "../../gateway-response/gateway-failure.js";
import type { PreparedIntegration } from "../../route/prepared-route.js";
import { templateFor } from "../../template/choose-template.js";
import type { PreparedTemplate } from "../../template/prepared-template.js";
import type { RoutedExchange } from "../exchange.js";

/** The request template for the content type; `undefined` to pass the payload through. 415 if neither may be. */
export function selectRequestTemplate(
  exchange: RoutedExchange,
  { requestTemplates, integration }: PreparedIntegration,
): PreparedTemplate | undefined {
  const { contentType } = exchange.request;
  const { passthroughBehavior } = integration;
  const matching = templateFor(requestTemplates, contentType);
  const template = matching ?? templateFor(requestTemplates, "$default");
  const declared = requestTemplates.map((candidate) => candidate.contentType).join(", ") || "none";
  const facts = { contentType, passthroughBehavior, templates: declared };
  if (template === undefined && !passesThrough(passthroughBehavior, requestTemplates.length)) {
    throw new GatewayFailure("UNSUPPORTED_MEDIA_TYPE", {
      step: "request-template-selection",
      explanation:
        `No request template is for ${contentType} (declared: ${declared}), and passthroughBehavior ` +
        `${passthroughBehavior} does not let the body through: 415. Send another Content-Type, or declare a template for it.`,
      facts,
      place: integration.place,
    });
  }
  exchange.steps.add("request-template-selection", () => ({
    explanation:
      template === undefined
        ? `No request template is for ${contentType} (declared: ${declared}): by ${passthroughBehavior} the body is passed through.`
        : matching === undefined
          ? `No request template is for ${contentType}; the one for $default is taken.`
          : `The request template for ${contentType} is taken.`,
    facts: { ...facts, template: template?.contentType ?? "passthrough" },
    ...(template?.place && { place: template.place }),
    ...(template && { template: template.text }),
  }));
  return template;
}

function passesThrough(
  behavior: PreparedIntegration["integration"]["passthroughBehavior"],
  templates: number,
): boolean {
  switch (behavior) {
    case "WHEN_NO_MATCH":
      return true;
    case "WHEN_NO_TEMPLATES":
      return templates === 0;
    case "NEVER":
      return false;
  }
}
