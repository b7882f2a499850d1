import { LineIndex, VtlRenderError, VtlSyntaxError } from "@apigw-vtl/compiler";
import { configurationError, GatewayFailure } from "../gateway-response/gateway-failure.js";
import type { PreparedTemplate } from "./prepared-template.js";

/** Which way the body goes that a template makes. */
export type TemplateSide = "request" | "response";

/** What the service answers when a template fails. Errors that are none of the template's come back as they are. */
export function renderFailure(error: unknown, template: PreparedTemplate, side: TemplateSide): unknown {
  if (!(error instanceof VtlRenderError) && !(error instanceof VtlSyntaxError)) return error;
  const details = {
    step: `${side}-template` as const,
    explanation: explanationOf(error, template),
    facts: { template: template.contentType, error: error.message },
    place: template.place,
    template: template.text,
  };
  if (side === "request" && error instanceof VtlRenderError && error.code === "invalid-payload") {
    // The words of 2015, the only ones recorded. The exception's own text follows without a blank.
    const detail = error.cause instanceof Error ? error.cause.message : error.message;
    const message = `Could not process payloadnet.minidev.json.parser.ParseException: ${detail}`;
    return new GatewayFailure("DEFAULT_4XX", { ...details, message, log: [message] });
  }
  return configurationError(`Unable to transform ${side}`, details);
}

/** Why it failed, and where in its own text: of what the host fills in nobody knows the place in the file. */
function explanationOf(error: VtlRenderError | VtlSyntaxError, { contentType, text }: PreparedTemplate): string {
  const first =
    error instanceof VtlRenderError ? error : error.diagnostics.find(({ severity }) => severity === "error");
  const { message, hint, range } = first ?? { message: error.message, hint: undefined, range: { start: 0 } };
  const { line, column } = new LineIndex(text).position(range.start);
  const advice = hint === undefined ? "" : ` (${hint})`;
  return `The template for ${contentType} failed in its line ${line}, column ${column}: ${message}${advice}`;
}

/** A template that would have to read bytes: 500 (recorded). */
export function binaryPayload(template: PreparedTemplate, side: TemplateSide): GatewayFailure {
  return configurationError(`Unable to transform ${side}`, {
    step: `${side}-template` as const,
    explanation:
      "The payload is binary (see binaryMediaTypes and contentHandling), and a mapping template reads text only: 500. " +
      "Set contentHandling to CONVERT_TO_TEXT, or take the type out of binaryMediaTypes.",
    facts: { template: template.contentType },
    place: template.place,
    template: template.text,
  });
}
