import type { FoundTemplate } from "../found-template.js";
import { describeTemplate, roleOf } from "./describe-template.js";

/**
 * The templates of a file that an address means: a JSON pointer, empty or beginning with `/`, or what is beneath it; or as
 * much of `POST /orders response 200 application/json` as tells one from the others, in any case and order.
 */
export function templatesAt(address: string, templates: readonly FoundTemplate[]): readonly FoundTemplate[] {
  return address === "" || address.startsWith("/") ? atPointer(address, templates) : atMethod(address, templates);
}

/** The shortest address that means one of the templates of a file and no other: as much as people say of it, else its pointer. */
export function addressAmong(template: FoundTemplate, templates: readonly FoundTemplate[]): string {
  const { contentType } = describeTemplate(template);
  const said = [roleOf(template), contentType, template.facts.conditions.join(" ")];
  const addresses = said.map((_, i) =>
    said
      .slice(0, i + 1)
      .join(" ")
      .trim(),
  );
  const isOnly = (address: string): boolean => address !== "" && templatesAt(address, templates).length === 1;
  return addresses.find(isOnly) ?? template.address;
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
