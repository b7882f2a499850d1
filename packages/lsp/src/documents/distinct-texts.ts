import type { TemplateView } from "./template-view.js";

/** One view of each text: several templates may have the same, as with an alias of YAML, and it is changed only once. */
export function distinctTexts(views: readonly TemplateView[]): readonly TemplateView[] {
  const places = new Set<string>();
  return views.filter(({ template: { range } }) => {
    const place = `${range.start} ${range.end}`;
    return !places.has(place) && places.add(place);
  });
}
