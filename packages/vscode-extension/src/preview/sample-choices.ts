import type { EventSource, SampleFile } from "@apigw-vtl/lsp";
import type { SampleChoice } from "./protocol.js";

/** Samples that are no files. A file's identifier is its URI, which neither can be. */
const MADE = "made";
export const BREAKING = "breaking";
export const MADE_SAMPLE: SampleChoice = { id: MADE, label: "made from the template" };

/** What can be chosen: the template's sample files, an event made for it, and the prover's witness. */
export function sampleChoices(files: readonly SampleFile[], hasWitness: boolean): readonly SampleChoice[] {
  return [
    ...files.map(({ uri, label }) => ({ id: uri, label })),
    MADE_SAMPLE,
    ...(hasWitness ? [{ id: BREAKING, label: "a request that breaks it" }] : []),
  ];
}

/** What is chosen, as long as it can be; else the first sample. */
export function choose(wished: string | undefined, choices: readonly SampleChoice[]): SampleChoice {
  return choices.find(({ id }) => id === wished) ?? choices[0] ?? MADE_SAMPLE;
}

export function eventSourceOf(id: string, witness: EventSource | undefined): EventSource {
  if (id === MADE) return { made: true };
  if (id === BREAKING) return witness ?? { active: true };
  return { uri: id };
}
