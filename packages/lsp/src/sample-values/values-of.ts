import { fileNameOf } from "../documents/file-name-of.js";
import type { TemplateView } from "../documents/template-view.js";
import { LARGEST_TRIED } from "../rendering/largest-tried.js";
import type { Samples } from "../samples/samples.js";
import { type SampleValues, sampleValues } from "./sample-values.js";

/** The values of a view's references, and the name of the sample that they are for. */
export interface ViewValues extends SampleValues {
  readonly sampleName: string;
}

const known = new WeakMap<TemplateView, { readonly event: unknown; readonly values: ViewValues }>();

/**
 * What the references of a template are for its active sample; `undefined` if that cannot be used. `made`: for an event
 * that is made up, where there is no sample.
 */
export async function valuesOf(
  view: TemplateView,
  samples: Samples,
  { made }: { readonly made: boolean },
): Promise<ViewValues | undefined> {
  if (!view.isMappingTemplate) return undefined;
  if (view.source.length > LARGEST_TRIED) return undefined;
  const sample = await (made ? samples.activeFor(view) : samples.fileFor(view));
  if (sample === undefined || !("event" in sample)) return undefined;
  const kept = known.get(view);
  if (kept?.event === sample.event) return kept.values;
  const { source, tree, config } = view;
  const found = sampleValues({ source, tree, dialect: config.dialect }, sample.event);
  const sampleName = sample.uri === undefined ? "a made event" : fileNameOf(sample.uri);
  const values = { ...found, sampleName };
  known.set(view, { event: sample.event, values });
  return values;
}

/** A value on one line, cut off where it gets long. */
export function shortText(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
