import type { TemplateEvent } from "@apigw-vtl/compiler";
import { bytesOf, textOf } from "../template/body-text.js";
import type { PreparedTemplate } from "../template/prepared-template.js";
import { binaryPayload, renderFailure, type TemplateSide } from "../template/render-failure.js";
import { templateEvent } from "../template/template-event.js";
import type { RoutedExchange } from "./exchange.js";
import type { Payload } from "./payload.js";

/** What a template does on one side of the integration. */
export interface TemplateStep {
  readonly side: TemplateSide;
  /** In words: what comes of the body without a template, and what a template makes. */
  readonly unchanged: string;
  readonly made: string;
  /** Runs the template, and keeps what it has done to `$context`. */
  readonly render: (exchange: RoutedExchange, template: PreparedTemplate, event: TemplateEvent) => string;
}

/** The payload that the template makes of another; without a template, or with an empty one, it stays as it is. */
export function runMappingTemplate(
  step: TemplateStep,
  exchange: RoutedExchange,
  template: PreparedTemplate | undefined,
  payload: Payload,
): Payload {
  const name = `${step.side}-template` as const;
  if (template === undefined || template.text === "") {
    exchange.steps.add(name, () => ({
      outcome: "skipped",
      explanation: `${template === undefined ? "Without a template" : "The template is empty:"} ${step.unchanged}.`,
    }));
    return payload;
  }
  if (payload.kind === "binary") throw binaryPayload(template, step.side);
  const body = bodyOf(step, exchange, template, payload);
  exchange.steps.add(name, () => ({
    explanation: `The ${step.side} template for ${template.contentType} made ${step.made}.`,
    facts: { template: template.contentType },
    input: { body: payload.bytes },
    output: { body },
    template: template.text,
    ...(template.place && { place: template.place }),
  }));
  return { kind: "text", bytes: body };
}

function bodyOf(
  step: TemplateStep,
  exchange: RoutedExchange,
  template: PreparedTemplate,
  payload: Payload,
): Uint8Array {
  try {
    return bytesOf(step.render(exchange, template, templateEvent(exchange, textOf(payload.bytes))));
  } catch (error) {
    throw renderFailure(error, template, step.side);
  }
}
