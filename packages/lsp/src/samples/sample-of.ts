import type { TemplateView } from "../documents/template-view.js";
import type { EventSource } from "../requests/render.js";
import { EventError, eventOf, readEvent } from "./read-event.js";
import type { ActiveSample, Samples } from "./samples.js";

/** The event that a client has named, or why there is none. */
export type NamedSample = ActiveSample | { readonly problem: string };

/** Reads what the client sent as the event. */
export async function sampleOf(source: EventSource, view: TemplateView, samples: Samples): Promise<NamedSample> {
  if ("uri" in source) return samples.read(source.uri);
  if ("active" in source) return samples.activeFor(view);
  try {
    return { event: "text" in source ? readEvent(source.text) : eventOf(source.event) };
  } catch (error) {
    if (!(error instanceof EventError)) throw error;
    return { problem: error.message };
  }
}
