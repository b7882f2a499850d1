import { type StructuredPatch, structuredPatch } from "diff";

/** Two long documents without a common line could keep the algorithm busy for minutes. */
const TIMEOUT_MS = 2000;

/** What became of the lines of a text; `undefined` if the two are too different to find out. */
export function lineDiff(
  before: { readonly name: string; readonly text: string },
  after: { readonly name: string; readonly text: string },
): StructuredPatch | undefined {
  const options = { context: 3, timeout: TIMEOUT_MS };
  return structuredPatch(before.name, after.name, before.text, after.text, undefined, undefined, options);
}
