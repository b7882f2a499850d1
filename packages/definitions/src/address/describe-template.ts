import type { TemplateFacts } from "../facts/template-facts.js";

/** What a template does, in words for a table; a part that the host does not tell is empty. */
export interface TemplateDescription {
  /** `request`, `response 200`, `gateway response DEFAULT_4XX`. */
  readonly kind: string;
  readonly contentType: string;
  /** `POST /orders`, or a WebSocket's route key. */
  readonly operation: string;
  /** `dynamodb:PutItem`, `HTTP_PROXY`. */
  readonly integration: string;
}

export function describeTemplate({ facts }: { readonly facts: TemplateFacts }): TemplateDescription {
  const {
    direction = "",
    response,
    gatewayResponse,
    contentType = "",
    httpMethod,
    path,
    routeKey,
    integration,
  } = facts;
  const kind =
    gatewayResponse === undefined
      ? [direction, direction === "response" ? response?.statusCode : undefined]
      : ["gateway response", gatewayResponse.responseType];
  const target = [integration?.service, integration?.action].filter((part) => part !== undefined).join(":");
  return {
    kind: words(kind),
    contentType,
    operation: words(routeKey === undefined ? [httpMethod, path] : [routeKey]),
    // The service says more than the type, except where templates are not used at all.
    integration: integration?.proxy || target === "" ? (integration?.type ?? "") : target,
  };
}

/** Which template of an API it is: `POST /orders response 200`; empty where the file does not say. */
export function roleOf(template: { readonly facts: TemplateFacts }): string {
  const { operation, kind } = describeTemplate(template);
  return words([operation, kind]);
}

function words(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
