import { type CorpusTemplate, placeholdersOf } from "@apigw-vtl/test-support";
import { type ProofResult, prove } from "../src/prover/index.js";

/** Proves a template as the host has it. */
export function proveCorpusTemplate({ template, direction, contentType }: CorpusTemplate): ProofResult {
  const facts = {
    ...(direction === "unknown" ? {} : { direction }),
    ...(contentType ? { contentType } : {}),
  };
  return prove(template, { facts, holes: placeholdersOf(template) });
}
