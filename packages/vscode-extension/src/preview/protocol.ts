import type { OutputLanguage } from "@apigw-vtl/lsp";
import type { InvocationJson } from "@apigw-vtl/runner";
import type { StepsReply } from "../gateway/steps-request.js";
import type { PreviewMemory, PreviewView } from "./preview-memory.js";

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
  readonly view: PreviewView;
  /** The sample's way through the gateway; absent unless `view` shows it. */
  readonly steps?: PreviewSteps;
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

/** A request's way through the gateway, or why there is none to show. */
export type PreviewSteps =
  | {
      readonly kind: "ran";
      /** Files have the names that the workspace gives them. */
      readonly invocation: InvocationJson;
      /** `POST /orders?dry=1` */
      readonly request: string;
      /** The step that runs the template. */
      readonly step: Extract<StepsReply, { status: "ran" }>["step"];
      /** Whether the template is run at all. */
      readonly reached: boolean;
      readonly notes: readonly string[];
      readonly problems: readonly PlacedProblem[];
    }
  | {
      readonly kind: "not-run";
      readonly reason: string;
      readonly hint: string | undefined;
      readonly problems: readonly PlacedProblem[];
    };

/** A problem of the definition; `place` is `template.yaml:12:3`. */
export interface PlacedProblem {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string | undefined;
  readonly place: string;
}

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
  | { readonly type: "addCase" }
  | { readonly type: "showBreakingRequest" }
  | { readonly type: "openDocumentation" }
  | { readonly type: "show"; readonly view: PreviewView }
  /** Goes to where a step of the last state is declared, or to a problem of its definition. */
  | { readonly type: "revealStep"; readonly index: number }
  | { readonly type: "revealProblem"; readonly index: number };
