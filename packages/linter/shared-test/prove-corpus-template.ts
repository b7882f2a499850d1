import { type CorpusTemplate, placeholdersOf } from "@apigw-vtl/test-support";
import { type ProofResult, prove, type TemplateFacts } from "../src/index.js";

/** Proves a template as the host has it. */
export function proveCorpusTemplate(template: CorpusTemplate): ProofResult {
  const source = template.template;
  return prove(source, { facts: factsOf(template), holes: placeholdersOf(source) });
}

/** What the corpus says of a template by itself. */
export function factsOf({ direction, contentType }: CorpusTemplate): TemplateFacts {
  return { ...(direction !== "unknown" && { direction }), ...(contentType && { contentType }) };
}
