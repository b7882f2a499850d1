import type { TemplateView } from "../documents/template-view.js";
import { viewAt } from "../documents/view-at.js";
import { ActiveSampleNotification, type NewSampleReply, NewSampleRequest, SamplesRequest } from "../requests/sample.js";
import type { Feature } from "../server/feature.js";
import { refreshHints } from "../server/refresh-hints.js";
import { sampleUri } from "./sample-name.js";
import { newSample } from "./samples.js";

/** Lists the samples of a template, makes new ones, and lets the client choose. */
export const samplesFeature: Feature = {
  capabilities: () => ({}),
  register: (connection, { documents, samples, client }) => {
    connection.onRequest(SamplesRequest, async (place) => {
      const view = await viewAt(documents, place);
      if (view === undefined) return { samples: [] };
      const found = await samples.filesOf(view);
      const active = samples.chosen(view) ?? found[0]?.uri;
      return { samples: found, ...(active !== undefined && { active }) };
    });
    connection.onRequest(NewSampleRequest, async (place) => {
      const view = await viewAt(documents, place);
      return view ? newSampleReply(view) : null;
    });
    connection.onNotification(ActiveSampleNotification, ({ sample, ...template }) => {
      samples.choose(template, sample);
      refreshHints(connection, client);
    });
  },
};

export function newSampleReply(view: TemplateView): NewSampleReply {
  const { event, from } = newSample(view);
  // A body that is an object or a list is written as such, for people to read and change.
  const body: unknown = event.body ? JSON.parse(event.body) : undefined;
  const shown = { ...event, ...(typeof body === "object" && body !== null && { body }) };
  return { event, text: `${JSON.stringify(shown, null, 2)}\n`, suggestedUri: sampleUri(view), from };
}
