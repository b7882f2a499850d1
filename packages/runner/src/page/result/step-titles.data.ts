import type { StepName } from "../../pipeline/invocation.js";

/** The boxes of the console's method page. */
export const PHASES = [
  "Method request",
  "Integration request",
  "Integration",
  "Integration response",
  "Method response",
] as const;

type Phase = (typeof PHASES)[number];

/** What each step is called, and the box that it belongs to. */
export const STEP_TITLES: Readonly<Record<StepName, { readonly title: string; readonly phase: Phase }>> = {
  routing: { title: "Routing", phase: "Method request" },
  "api-key": { title: "API key", phase: "Method request" },
  authorizer: { title: "Authorizer", phase: "Method request" },
  "request-validation": { title: "Request validation", phase: "Method request" },
  "request-parameters": { title: "Request parameters", phase: "Integration request" },
  "request-template-selection": { title: "Choice of the template", phase: "Integration request" },
  "request-content-handling": { title: "Content handling", phase: "Integration request" },
  "request-template": { title: "Mapping template", phase: "Integration request" },
  "request-overrides": { title: "Overrides", phase: "Integration request" },
  integration: { title: "Backend", phase: "Integration" },
  "response-selection": { title: "Choice of the response", phase: "Integration response" },
  "response-parameters": { title: "Response parameters", phase: "Integration response" },
  "response-template-selection": { title: "Choice of the template", phase: "Integration response" },
  "response-content-handling": { title: "Content handling", phase: "Integration response" },
  "response-template": { title: "Mapping template", phase: "Integration response" },
  "response-overrides": { title: "Overrides", phase: "Integration response" },
  "header-remapping": { title: "Header remapping", phase: "Method response" },
  "response-streaming": { title: "Streaming", phase: "Method response" },
  "gateway-response": { title: "Gateway response", phase: "Method response" },
};
