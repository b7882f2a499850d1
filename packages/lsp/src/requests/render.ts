import type { Overrides, TemplateEvent } from "@apigw-vtl/compiler";
import { type Diagnostic, ProtocolRequestType, type Range } from "vscode-languageserver-protocol";
import type { TemplatePlace, TemplateSummary } from "./templates.js";

/** The request that a template is rendered for: the event itself, its JSON text, or a sample file. */
export type EventSource =
  | { readonly event: TemplateEvent }
  /** JSON text: numbers keep their Java types, which a parsed event has lost. */
  | { readonly text: string }
  /** A sample file, JSON or YAML; the text of an open editor counts. */
  | { readonly uri: string }
  /** The sample that is active for the template: the chosen one, else the first that is found, else a made one. */
  | { readonly active: true }
  /** An event made for the template, whatever samples there are. */
  | { readonly made: true };

export interface RenderParams extends TemplatePlace {
  readonly source: EventSource;
}

/** What a stretch of the output comes from; stretches of nested blocks overlap. */
export interface RenderedPart {
  readonly outputStart: number;
  readonly outputEnd: number;
  /** Offsets into the template's text. */
  readonly templateStart: number;
  readonly templateEnd: number;
  /** The same place in the document; absent for text that the host generates. */
  readonly range?: Range;
}

/** Something wrong with the output, such as broken JSON. Offsets are into the output. */
export interface OutputProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** How an output is to be shown. */
export type OutputLanguage = "json" | "xml" | "form" | "text";

export type RenderReply =
  | {
      readonly status: "rendered";
      readonly template: TemplateSummary;
      readonly output: string;
      readonly language: OutputLanguage;
      readonly parts: readonly RenderedPart[];
      readonly problems: readonly OutputProblem[];
      readonly overrides: Overrides;
      /** The event that was used. */
      readonly event: TemplateEvent;
      /** The file that it came from, if it came from one. */
      readonly sampleUri?: string;
    }
  /** The service would answer 500 or 400, or a limit was reached. */
  | {
      readonly status: "failed";
      readonly template: TemplateSummary;
      readonly code: string;
      readonly message: string;
      readonly hint?: string;
      readonly documentationUrl: string;
      readonly range?: Range;
      readonly event: TemplateEvent;
      readonly sampleUri?: string;
    }
  /** The template does not compile. */
  | { readonly status: "refused"; readonly template: TemplateSummary; readonly diagnostics: readonly Diagnostic[] }
  /** The event cannot be read. */
  | { readonly status: "bad-event"; readonly template: TemplateSummary; readonly message: string }
  /** There is no template at this place. */
  | { readonly status: "no-template" };

/** Renders a template with an event. */
export const RenderRequest = new ProtocolRequestType<RenderParams, RenderReply, never, void, void>("vtl/render");
