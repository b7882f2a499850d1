import { type ProofResult, prove } from "@apigw-vtl/linter";
import type { ReadTemplate } from "../documents/template-reading.js";
import type { TemplateView } from "../documents/template-view.js";
import type { ProveReply } from "../requests/prove.js";

/** What the prover says of a template; asked once a text, since it may take a while. */
export function proofOf(view: TemplateView): ProofResult {
  return view.derive(proveTemplate);
}

function proveTemplate({ source, facts, holes, config, parsed }: ReadTemplate): ProofResult {
  const { dialect, assumptions } = config;
  return prove(source, { facts, holes, dialect, assumptions, parsed });
}

export function proveReply(view: TemplateView): ProveReply {
  const proof = proofOf(view);
  switch (proof.status) {
    case "proved":
      return { status: "proved", output: proof.output };
    case "broken": {
      const { event, output: printed, outputOffset, range } = proof.witness;
      const place = view.toDocumentRange(range);
      return {
        status: "broken",
        output: proof.output,
        reason: proof.reason,
        event,
        printed,
        printedOffset: outputOffset,
        ...(place && { range: place }),
      };
    }
    case "undecided": {
      const place = view.toDocumentRange(proof.range);
      return { status: "undecided", output: proof.output, reason: proof.reason, ...(place && { range: place }) };
    }
    case "not-applicable":
      return { status: "not-applicable", reason: proof.reason };
    default:
      return proof satisfies never;
  }
}
