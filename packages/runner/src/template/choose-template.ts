import type { PreparedTemplate } from "./prepared-template.js";

/** The template of a content type; types are compared whatever their case. */
export function templateFor(templates: readonly PreparedTemplate[], contentType: string): PreparedTemplate | undefined {
  return templates.find((template) => template.contentType.toLowerCase() === contentType);
}
