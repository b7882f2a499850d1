import type { FoundTemplate } from "./found-template.js";

/**
 * The templates of several files, each place in a file once for each use of it. A file that is searched by itself and
 * also through a reference (`file("x.vtl")`, `DefinitionUri`) gives its templates twice: what the reference tells wins.
 */
export function mergeTemplates(templates: readonly FoundTemplate[]): FoundTemplate[] {
  const place = ({ file, range }: FoundTemplate): string => `${range.start} ${range.end} ${file}`;
  const referred = new Set(templates.filter((template) => template.referredFrom !== undefined).map(place));
  const uses = new Set<string>();
  return templates.filter((template) => {
    const { address, referredFrom } = template;
    if (referredFrom === undefined) return !referred.has(place(template));
    // Both files of a Terraform module tell of a template that one has and the other uses.
    const use = `${place(template)} ${address} ${referredFrom}`;
    const isNew = !uses.has(use);
    uses.add(use);
    return isNew;
  });
}
