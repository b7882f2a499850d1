import type { Range, TemplateEvent } from "@apigw-vtl/compiler";
import type { ProverAssumptions } from "./assumptions.js";

/** A request that breaks the output. */
export interface Witness {
  /** As small as could be made; `vtl render --event` takes it. */
  readonly event: TemplateEvent;
  /** What the template prints for it. */
  readonly output: string;
  /** The first character of the output that is wrong; its length if it ends too early. */
  readonly outputOffset: number;
  /** What in the template is to blame. */
  readonly range: Range;
  /** The template's text with a guess at what the host fills in, where that had to be guessed. */
  readonly filledIn?: string;
}

/** What can be said of a template's output. */
export type ProofResult = ProofOutcome & {
  /** What requests were taken to be. */
  readonly assumptions: ProverAssumptions;
};

export type ProofOutcome =
  /** The output is right for every request. Renderings that fail print nothing, and so are not wrong. */
  | { readonly status: "proved"; readonly output: "json" | "form" }
  | {
      readonly status: "broken";
      readonly output: "json" | "form";
      /** `invalid`: no JSON; `injection`: a text of the request changes the structure; `unencoded`: in a form. */
      readonly effect: "invalid" | "injection" | "unencoded";
      readonly reason: string;
      readonly witness: Witness;
    }
  /** Neither a proof nor a request that breaks it was found; `range`: where the doubt is. */
  | { readonly status: "undecided"; readonly output: "json" | "form"; readonly reason: string; readonly range: Range }
  /** The template is not meant to print JSON or a form, or does not compile. */
  | { readonly status: "not-applicable"; readonly reason: string };
