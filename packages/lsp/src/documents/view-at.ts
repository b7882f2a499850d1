import type { TemplatePlace } from "../requests/templates.js";
import type { Documents } from "./documents.js";
import type { TemplateView } from "./template-view.js";

/** The template that a place names, in an open document or in a file; `undefined` if there is none. */
export async function viewAt(documents: Documents, place: TemplatePlace): Promise<TemplateView | undefined> {
  const found = await documents.viewsOfFile(place.uri);
  const { address, position } = place;
  if (address !== undefined) return found?.views.find(({ template }) => template.address === address);
  if (position === undefined) return found?.views[0];
  return found?.views.find((view) => view.toTemplateOffset(position) !== undefined);
}
