import type { ProveReply } from "@apigw-vtl/lsp";

export interface ProofText {
  /** With an icon, as status bar items have. */
  readonly text: string;
  readonly tooltip: string;
  readonly severity: "none" | "warning" | "error";
}

const NAMES = { json: "JSON", form: "form fields" } as const;

/** What the status bar says of a proof; `undefined`: nothing. */
export function proofText(reply: ProveReply): ProofText | undefined {
  switch (reply.status) {
    case "proved":
      return {
        text: `$(verified) VTL: ${NAMES[reply.output]} proved`,
        tooltip: `The output is well-formed ${NAMES[reply.output]} for every request.`,
        severity: "none",
      };
    case "broken":
      return {
        text: `$(error) VTL: ${NAMES[reply.output]} can break`,
        tooltip: `${reply.reason}\n\nClick to see a request that breaks it.`,
        severity: "error",
      };
    case "undecided":
      return {
        text: `$(question) VTL: ${NAMES[reply.output]} not proved`,
        tooltip: `It could be neither proved nor refuted that the output is well formed: ${reply.reason}`,
        severity: "none",
      };
    case "not-applicable":
      return { text: "$(circle-slash) VTL: no proof", tooltip: reply.reason, severity: "none" };
    case "no-template":
      return undefined;
  }
}
