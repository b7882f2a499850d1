import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/linter";

export interface KnownStageVariable {
  readonly name: string;
  readonly from: "definition" | "sample";
}

/** Names of stage variables: those that the stage sets, those that the integration is given, then those of the sample. */
export function knownStageVariables(
  { integration, stageVariables = [] }: TemplateFacts,
  event: TemplateEvent | undefined,
): readonly KnownStageVariable[] {
  const given = [integration?.uri ?? "", ...Object.values(integration?.requestParameters ?? {})].join("\n");
  const read = Array.from(given.matchAll(/\bstageVariables\.(\w+)/g), ([, name = ""]) => name);
  const declared = new Set([...stageVariables, ...read]);
  const sent = Object.keys(event?.stageVariables ?? {}).filter((name) => !declared.has(name));
  return [
    ...Array.from(declared, (name) => ({ name, from: "definition" as const })),
    ...sent.map((name) => ({ name, from: "sample" as const })),
  ];
}
