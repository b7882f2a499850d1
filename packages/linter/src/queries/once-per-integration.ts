import type { TemplateFacts } from "@apigw-vtl/definitions";

/**
 * Whether this template is the one that problems of its whole integration are reported at: the first request
 * template or, of an integration without any, the template of the first response.
 */
export function speaksForIntegration({ direction, contentType, integration, response }: TemplateFacts): boolean {
  if (!integration) return false;
  const [firstKey] = integration.requestTemplates;
  if (firstKey !== undefined) return direction === "request" && (contentType === undefined || contentType === firstKey);
  const [firstResponse] = integration.responses;
  return (
    direction === "response" &&
    firstResponse !== undefined &&
    response?.statusCode === firstResponse.statusCode &&
    (response?.selectionPattern ?? "") === (firstResponse.selectionPattern ?? "")
  );
}
