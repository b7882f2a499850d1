import type { FoundTemplate } from "./found-template.js";
import { type EditOutcome, toHostEdits } from "./map/host-edits.js";
import type { TextEdit } from "./text-edit.js";

/**
 * Edits of the template's file that change the template's text by `edits` (ordered, apart, offsets into
 * `template.text`), escaped as the file needs it. `fileText` is the text that the template was found in.
 */
export function editTemplate(template: FoundTemplate, fileText: string, edits: readonly TextEdit[]): EditOutcome {
  let outcome: EditOutcome = { ok: true, edits };
  for (const [index, layer] of template.layers.entries()) {
    if (!outcome.ok) return outcome;
    outcome = toHostEdits(layer, template.layers[index + 1]?.text ?? fileText, outcome.edits);
  }
  return outcome;
}
