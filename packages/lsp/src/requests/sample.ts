import type { TemplateEvent } from "@apigw-vtl/compiler";
import { ProtocolNotificationType, ProtocolRequestType } from "vscode-languageserver-protocol";
import type { TemplatePlace } from "./templates.js";

/** A file with an event for a template. */
export interface SampleFile {
  readonly uri: string;
  /** What a person calls it: the part of its name that differs. */
  readonly label: string;
  /** The file with the output that is expected for it, if there is one. */
  readonly expectedUri?: string;
}

/** The sample files of a template: those beside it, and those that the configuration names. */
export const SamplesRequest = new ProtocolRequestType<
  TemplatePlace,
  { readonly samples: readonly SampleFile[]; readonly active?: string },
  never,
  void,
  void
>("vtl/samples");

export interface NewSampleReply {
  readonly event: TemplateEvent;
  /** The event as a person would write it. */
  readonly text: string;
  /** Where such a file belongs: beside the template. */
  readonly suggestedUri: string;
  /** What the event was made of. */
  readonly from: "model" | "references";
}

/** A new event for a template: from the model that the method declares, else from what the template reads. */
export const NewSampleRequest = new ProtocolRequestType<TemplatePlace, NewSampleReply | null, never, void, void>(
  "vtl/sample",
);

/** Chooses the sample that hover, hints and rendering use for a template; no `sample`: the default one. */
export const ActiveSampleNotification = new ProtocolNotificationType<
  { readonly uri: string; readonly address?: string; readonly sample?: string },
  void
>("vtl/activeSample");
