import type { Invocation, Step } from "@apigw-vtl/runner";

/**
 * The step that says why a response has a status of 400 or more: the one that failed, else what selected the response or
 * answered it. Steps are told only when they are asked for, which takes time: not for requests that went well.
 */
export function reasonForStatus({ response, steps }: Invocation): Step | undefined {
  if (response.status < 400 && response.incomplete === undefined) return undefined;
  const named = (name: Step["name"]): Step | undefined => steps.find((step) => step.name === name);
  const failed = steps.find(({ outcome }) => outcome === "failed");
  const overridden = steps.find(({ name, outcome }) => name === "response-overrides" && outcome === "done");
  return failed ?? overridden ?? named("response-selection") ?? named("integration");
}
