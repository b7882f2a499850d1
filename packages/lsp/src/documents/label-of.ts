import { roleOf } from "@apigw-vtl/definitions";
import { fileNameOf } from "./file-name-of.js";
import type { TemplateView } from "./template-view.js";

/** What a person calls a template: `POST /orders request application/json`; a file's own name where it stands alone. */
export function labelOf(view: TemplateView): string {
  const { uri, embedded, template, facts } = view;
  if (!embedded) return fileNameOf(uri);
  const label = [roleOf(view), facts.contentType ?? ""].filter((part) => part !== "").join(" ");
  return label === "" ? template.address : label;
}
