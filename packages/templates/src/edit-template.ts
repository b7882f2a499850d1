import type { FoundTemplate } from "./found-template.js";
import { applyEdits, type EditOutcome, type TextEdit } from "./map/apply-edits.js";

/**
 * Edits of the template's file that change the template's text by `edits` (ordered, apart, offsets into
 * `template.text`), escaped as the file needs it. `fileText` is the text that the template was found in.
 */
export function editTemplate(template: FoundTemplate, fileText: string, edits: readonly TextEdit[]): EditOutcome {
  let outcome: EditOutcome = { ok: true, edits };
  for (const [index, layer] of template.layers.entries()) {
    if (!outcome.ok) return outcome;
    outcome = applyEdits(layer, template.layers[index + 1]?.text ?? fileText, outcome.edits);
  }
  return outcome;
}
