import { roleOf } from "../documents/label-of.js";
import type { TemplateView } from "../documents/template-view.js";

/** `post-books-request`, `get-books-id-response-200`: what of a host file's templates a sample is for, in a file's name. */
export function sampleRole(view: TemplateView): string | undefined {
  if (!view.embedded) return undefined;
  const words = (roleOf(view) || view.template.address).match(/[A-Za-z0-9]+/g) ?? [];
  return words.join("-").toLowerCase();
}

/** Where a template's first sample belongs: beside its file. */
export function sampleUri(view: TemplateView): string {
  const stem = view.uri.replace(/\.[^./]+$/, "");
  const role = sampleRole(view);
  return role === undefined ? `${stem}.sample.json` : `${stem}.${role}.sample.json`;
}
