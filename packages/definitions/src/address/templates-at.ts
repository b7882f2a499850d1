import type { FoundTemplate } from "../found-template.js";
import { describeTemplate } from "./describe-template.js";

/**
 * The templates of a file that an address means: a JSON pointer, empty or beginning with `/`, or what is beneath it; or as
 * much of `POST /orders response 200 application/json` as tells one from the others, in any case and order.
 */
export function templatesAt(address: string, templates: readonly FoundTemplate[]): readonly FoundTemplate[] {
  return address === "" || address.startsWith("/") ? atPointer(address, templates) : atMethod(address, templates);
}

function atPointer(pointer: string, templates: readonly FoundTemplate[]): readonly FoundTemplate[] {
  const exact = templates.filter(({ address }) => address === pointer);
  return exact.length > 0 ? exact : templates.filter(({ address }) => address.startsWith(`${pointer}/`));
}

function atMethod(place: string, templates: readonly FoundTemplate[]): readonly FoundTemplate[] {
  const wanted = place.trim().toLowerCase().split(/\s+/);
  return templates.filter((template) => {
    const words = wordsOf(template);
    return wanted.every((word) => words.has(word));
  });
}

function wordsOf(template: FoundTemplate): ReadonlySet<string> {
  const { operation, kind, contentType } = describeTemplate(template);
  const words = [operation, kind, contentType, ...template.facts.conditions].join(" ").toLowerCase().split(/\s+/);
  return new Set(words);
}
