import { roleOf, sampleRoleOf } from "@apigw-vtl/definitions";
import type { TemplateView } from "../documents/template-view.js";

/** What of a host file's templates a sample is for, in a file's name. */
export function sampleRole(view: TemplateView): string | undefined {
  return view.embedded ? sampleRoleOf(roleOf(view) || view.template.address) : undefined;
}

/** Where a template's first sample belongs: beside its file. */
export function sampleUri(view: TemplateView): string {
  const stem = view.uri.replace(/\.[^./]+$/, "");
  const role = sampleRole(view);
  return role === undefined ? `${stem}.sample.json` : `${stem}.${role}.sample.json`;
}
