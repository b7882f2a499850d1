import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/linter";

export interface KnownStageVariable {
  readonly name: string;
  readonly from: "definition" | "sample";
}

/** Names of stage variables: those that the integration is given, then those of the sample. */
export function knownStageVariables(
  { integration }: TemplateFacts,
  event: TemplateEvent | undefined,
): readonly KnownStageVariable[] {
  const known = new Map<string, KnownStageVariable>();
  const given = [integration?.uri ?? "", ...Object.values(integration?.requestParameters ?? {})];
  for (const [, name = ""] of given.join("\n").matchAll(/\bstageVariables\.(\w+)/g)) {
    known.set(name, { name, from: "definition" });
  }
  for (const name of Object.keys(event?.stageVariables ?? {})) {
    if (!known.has(name)) known.set(name, { name, from: "sample" });
  }
  return [...known.values()];
}
