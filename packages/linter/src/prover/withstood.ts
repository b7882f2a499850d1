import type { Template } from "@apigw-vtl/compiler";
import type { ProofOutcome } from "./proof-result.js";
import { findFailingCalls } from "./witness/failing-calls.js";
import { findWitness, type WitnessSearch } from "./witness/find-witness.js";

const RENDERS_AGAINST_PROOF = 200;

/**
 * The outcome of a template for which the interpreter found nothing wrong. The interpreter is ours and may be wrong: a
 * proof has to stand a few hostile requests.
 */
export function withstood(search: WitnessSearch & { readonly tree: Template }): ProofOutcome {
  const broken = findWitness(search, RENDERS_AGAINST_PROOF);
  return broken ?? { status: "proved", output: search.output, failingCalls: findFailingCalls(search) };
}
