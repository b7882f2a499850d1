import type { TemplateFacts } from "@apigw-vtl/definitions";

/** Whether the output is read by the service itself, leniently and for the status alone: a MOCK's request template. */
export function isMockRequest(facts: TemplateFacts | undefined): boolean {
  return facts?.direction === "request" && facts.integration?.type === "MOCK";
}
