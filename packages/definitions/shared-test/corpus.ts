import type { CorpusTemplate } from "@apigw-vtl/test-support";
import type { TextEdit } from "../src/index.js";

/** A template's text with every hole alike. */
export function withoutHoles({
  text,
  holes,
}: {
  readonly text: string;
  readonly holes: readonly { readonly start: number; readonly end: number }[];
}): string {
  let result = "";
  let at = 0;
  for (const hole of holes) {
    result += `${text.slice(at, hole.start)}\0`;
    at = hole.end;
  }
  return result + text.slice(at);
}

/** The corpus's text with every placeholder alike. */
export const expectedText = (template: CorpusTemplate): string => template.template.replace(/PLACEHOLDER\d+/g, "\0");

/** Makes edits, which are in order and apart. */
export function applyTo(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .reverse()
    .reduce((result, edit) => result.slice(0, edit.start) + edit.newText + result.slice(edit.end), text);
}
