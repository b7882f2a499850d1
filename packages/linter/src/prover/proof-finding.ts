import type { TemplateEvent } from "@apigw-vtl/compiler";
import type { TemplateFacts } from "@apigw-vtl/definitions";
import type { Finding } from "../finding.js";
import type { ProofResult } from "./proof-result.js";
import { adviceFor } from "./reasons.js";

/** The `ruleId` of findings that come from a proof. */
export const proofRuleIds: ReadonlySet<string> = new Set(["json-output", "form-output", "failing-call"]);

/** A finding, with what to do where no rule says it for the same place. */
export interface ProofFinding extends Finding {
  readonly advice?: string;
}

/** What a proof finds wrong: a request that breaks the output, or requests that end in a failing call. */
export function proofFindings(proof: ProofResult, facts: TemplateFacts | undefined): readonly ProofFinding[] {
  switch (proof.status) {
    case "broken": {
      const { output, reason, witness } = proof;
      const [input, Input] = inputNames(witness.event, facts);
      const name = output === "json" ? "JSON" : "form-encoded";
      const message =
        `${input} can break the ${name} output: ${reason}. ` +
        `${Input}: ${shorten(JSON.stringify(witness.event))} Output: ${shorten(JSON.stringify(witness.output), witness.outputOffset)}`;
      const advice = facts?.gatewayResponse ? IN_GATEWAY_RESPONSE : adviceFor(reason);
      return [{ ruleId: `${output}-output`, level: "error", message, range: witness.range, ...(advice && { advice }) }];
    }
    case "proved":
      return proof.failingCalls.map(({ range, message, hint, event }) => {
        const [, Input] = inputNames(event, facts);
        const text = `This call can fail. ${message} ${hint ?? ""}`.trim();
        return {
          ruleId: "failing-call",
          level: "info",
          message: `${text} ${Input}: ${shorten(JSON.stringify(event))}`,
          range,
        };
      });
    default:
      return [];
  }
}

const IN_GATEWAY_RESPONSE =
  "A gateway response cannot escape it: leave it out, or print `$context.error.messageString`, without quotes around it.";

/** Who is to blame, at the start of a sentence, and what the event is called. */
function inputNames(
  { body, ...rest }: TemplateEvent,
  facts: TemplateFacts | undefined,
): readonly [who: string, what: string] {
  if (facts?.gatewayResponse) return ["An error", "Error"];
  // There is no backend behind MOCK.
  if (facts?.direction !== "response" || facts.integration?.type === "MOCK") return ["A request", "Request"];
  if (body === undefined) {
    return Object.keys(rest).length > 0 ? ["A request", "Request"] : ["An answer of the backend", "Answer"];
  }
  const hasRequest = Object.keys(rest).some((part) => part !== "context" && part !== "stageVariables");
  return hasRequest ? ["A request with its answer", "Request and answer"] : ["An answer of the backend", "Answer"];
}

/** Longest event or output that is shown; the files of `--witness` have all of it. */
const LONGEST_SHOWN = 200;

/** A text or, of a long one, what is around an offset. */
function shorten(text: string, offset = 0): string {
  if (text.length <= LONGEST_SHOWN) return text;
  const start = Math.max(0, Math.min(offset - LONGEST_SHOWN / 2, text.length - LONGEST_SHOWN));
  const end = start + LONGEST_SHOWN;
  return `${start > 0 ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
}
