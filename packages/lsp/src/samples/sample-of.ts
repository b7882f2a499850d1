import type { TemplateView } from "../documents/template-view.js";
import type { EventSource } from "../requests/render.js";
import { readSample, sampleOfData } from "./read-sample.js";
import { type ActiveSample, madeEvent, type Samples } from "./samples.js";

/** The event that a client has named, or why there is none. */
export type NamedSample = ActiveSample | { readonly problem: string };

/** Reads what the client sent as the event. */
export async function sampleOf(source: EventSource, view: TemplateView, samples: Samples): Promise<NamedSample> {
  if ("uri" in source) return samples.read(source.uri, view);
  if ("made" in source) return { event: view.derive(madeEvent) };
  if ("active" in source) return samples.activeFor(view);
  return "text" in source
    ? readSample(source.text, { dialect: view.config.dialect, facts: view.facts })
    : sampleOfData(source.event);
}
