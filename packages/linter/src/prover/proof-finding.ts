import type { Finding } from "../finding.js";
import type { ProofResult } from "./proof-result.js";

/** The `ruleId` of findings that come from a proof. */
export const proofRuleIds: ReadonlySet<string> = new Set(["json-output", "form-output"]);

/** What a proof finds wrong. */
export function proofFinding(proof: ProofResult): Finding | undefined {
  if (proof.status !== "broken") return undefined;
  const { output, reason, witness } = proof;
  const name = output === "json" ? "JSON" : "form-encoded";
  const message = `A request can break the ${name} output: ${reason}. \`vtl lint --prove\` shows the request.`;
  return { ruleId: `${output}-output`, level: "error", message, range: witness.range };
}
