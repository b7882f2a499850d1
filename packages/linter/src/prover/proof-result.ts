import type { Range, TemplateEvent } from "@apigw-vtl/compiler";
import type { ProverAssumptions } from "./assumptions.js";

/** A call that ends some renderings, which the service answers with 500. */
export interface FailingCall {
  /** Of the reference. */
  readonly range: Range;
  /** What Java says, and what to do about it. */
  readonly message: string;
  readonly hint: string | undefined;
  /** A request that ends there, as small as could be made. */
  readonly event: TemplateEvent;
}

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
  /** The output is right for every request. Renderings that fail print nothing, and so are not wrong: calls that can. */
  | { readonly status: "proved"; readonly output: "json" | "form"; readonly failingCalls: readonly FailingCall[] }
  | {
      readonly status: "broken";
      readonly output: "json" | "form";
      /** `invalid`: no JSON; `nested`: JSON within a string is none; `injection`: a text of the request changes the structure; `unencoded`: in a form. */
      readonly effect: "invalid" | "nested" | "injection" | "unencoded";
      readonly reason: string;
      readonly witness: Witness;
    }
  /** Neither a proof nor a request that breaks it was found; `range`: where the doubt is. */
  | { readonly status: "undecided"; readonly output: "json" | "form"; readonly reason: string; readonly range: Range }
  /** The template is not meant to print JSON or a form, or does not compile. */
  | { readonly status: "not-applicable"; readonly reason: string };
