import type { TemplateEvent } from "@apigw-vtl/compiler";
import { ProtocolRequestType, type Range } from "vscode-languageserver-protocol";
import type { TemplatePlace } from "./templates.js";

/** What can be said of a template's output for every request. */
export type ProveReply =
  | { readonly status: "proved"; readonly output: "json" | "form" }
  | {
      readonly status: "broken";
      readonly output: "json" | "form";
      readonly reason: string;
      /** A request that breaks the output. */
      readonly event: TemplateEvent;
      /** What the template prints for it, and where that goes wrong. */
      readonly printed: string;
      readonly printedOffset: number;
      /** What in the document is to blame. */
      readonly range?: Range;
    }
  | { readonly status: "undecided"; readonly output: "json" | "form"; readonly reason: string; readonly range?: Range }
  | { readonly status: "not-applicable"; readonly reason: string }
  | { readonly status: "no-template" };

/** Proves that a template's output is well formed for every request, or finds a request that breaks it. */
export const ProveRequest = new ProtocolRequestType<TemplatePlace, ProveReply, never, void, void>("vtl/prove");
