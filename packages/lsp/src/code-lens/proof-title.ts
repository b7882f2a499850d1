import type { ProofResult } from "@apigw-vtl/linter";

const OUTPUTS = { json: "JSON", form: "a form" } as const;

/** What the prover found, in a few words. */
export function proofTitle(proof: ProofResult): string {
  switch (proof.status) {
    case "proved":
      return `✓ Proved: ${OUTPUTS[proof.output]} for every request${failing(proof.failingCalls.length)}`;
    case "broken":
      return `✗ A request breaks the output: ${proof.reason}`;
    case "undecided":
      return `? Not proved: ${proof.reason}`;
    case "not-applicable":
      return `Not proved: ${proof.reason}`;
    default:
      return proof satisfies never;
  }
}

function failing(calls: number): string {
  if (calls === 0) return "";
  return calls === 1 ? ", but a call can fail" : `, but ${calls} calls can fail`;
}
