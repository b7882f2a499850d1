import type { TemplateSummary } from "@apigw-vtl/lsp";
import type { Fact } from "./protocol.js";

/** What the file says of a template's surroundings, as a person would put it. */
export function factsOf({ facts }: TemplateSummary): readonly Fact[] {
  const { httpMethod, path, integration, contentType, direction } = facts;
  const target = [integration?.service, integration?.action].filter((part) => part !== undefined).join(" ");
  return [
    fact("Method", [httpMethod, path].filter((part) => part !== undefined).join(" ")),
    fact("Direction", direction),
    fact("Content type", contentType),
    fact("Integration", [integration?.type, target].filter((part) => part !== undefined && part !== "").join(", ")),
  ].filter((found) => found !== undefined);
}

const fact = (name: string, value: string | undefined): Fact | undefined => (value ? { name, value } : undefined);
