import type { OutputLanguage } from "@apigw-vtl/lsp";
import type { PreviewMemory } from "./preview-memory.js";

/** What the preview's page shows; all text, nothing that it would have to compute or ask for. */
export interface PreviewState {
  /** The template, as `POST /orders application/json` or a file's name. */
  readonly title: string;
  readonly samples: readonly SampleChoice[];
  /** Of `samples`. */
  readonly chosen: string;
  readonly comparedWith: string | undefined;
  /** Integration, method, content type, …: names and values. */
  readonly facts: readonly Fact[];
  /** The request of the chosen sample. */
  readonly request: readonly Fact[];
  readonly content: PreviewContent;
  readonly memory: PreviewMemory;
}

export interface SampleChoice {
  readonly id: string;
  readonly label: string;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export type PreviewContent =
  | {
      readonly kind: "output";
      readonly output: string;
      readonly language: OutputLanguage;
      readonly problems: readonly { readonly message: string; readonly start: number; readonly end: number }[];
      readonly overrides: readonly Fact[];
    }
  | {
      readonly kind: "difference";
      readonly from: string;
      readonly to: string;
      readonly lines: readonly DifferenceLine[];
    }
  | {
      readonly kind: "failure";
      readonly heading: string;
      readonly message: string;
      readonly hint: string | undefined;
      readonly documentationUrl: string | undefined;
      /** Whether there is a place in the template to go to. */
      readonly placed: boolean;
    }
  | { readonly kind: "nothing"; readonly message: string };

export interface DifferenceLine {
  readonly kind: "same" | "only-from" | "only-to";
  readonly text: string;
}

/** Half open, in the output. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type MessageToPage =
  | { readonly type: "state"; readonly state: PreviewState }
  /** What the template prints at the cursor. */
  | { readonly type: "mark"; readonly stretches: readonly Stretch[] };

export type MessageFromPage =
  | { readonly type: "ready" }
  | { readonly type: "reveal"; readonly offset: number }
  | { readonly type: "revealFailure" }
  | { readonly type: "choose"; readonly sample: string }
  | { readonly type: "compare"; readonly sample: string | undefined }
  | { readonly type: "openSample" }
  | { readonly type: "newSample" }
  | { readonly type: "showBreakingRequest" }
  | { readonly type: "openDocumentation" };
