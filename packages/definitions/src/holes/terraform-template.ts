import { isHclEscape, readHclSequence } from "../map/literals/hcl-sequence.js";
import type { PieceReplacement } from "../map/piece.js";

/** Finds what `templatefile()` replaces in a file's `text`: `${...}` and `%{...}`, with `$${` for a literal `${`. */
export function scanTerraformTemplate(text: string): PieceReplacement[] {
  const found: PieceReplacement[] = [];
  for (let at = 0; at < text.length; at++) {
    if (isHclEscape(text, at)) {
      found.push({ kind: "drop", start: at + 1, end: at + 2 });
      at += 2;
      continue;
    }
    if ((text[at] !== "$" && text[at] !== "%") || text[at + 1] !== "{") continue;
    const sequence = readHclSequence(text, at, text.length);
    // What nothing closes is an error of the whole file.
    if (sequence === undefined) break;
    const construct = sequence.directive ? "Terraform directive" : "Terraform expression";
    found.push({ kind: "hole", construct, expression: sequence.expression, start: at, end: sequence.end });
    at = sequence.end - 1;
  }
  return found;
}
