import { type FoundTemplate, otherVelocity } from "@apigw-vtl/definitions";

/** The topmost folders, with a slash at their end, and the files that hold templates of other languages alone. */
export function foreignPaths(templates: readonly FoundTemplate[]): readonly string[] {
  const own = new Set<string>();
  const foreign = new Set<string>();
  for (const template of templates) (otherVelocity(template) === undefined ? own : foreign).add(template.file);
  const outermost = [...foreign].filter((file) => !own.has(file)).map((file) => outermostWithout(file, [...own]));
  return [...new Set(outermost)].sort();
}

/** The topmost folder around a file that holds none of `own`, or the file itself. */
function outermostWithout(file: string, own: readonly string[]): string {
  const folders = [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index + 1));
  return folders.find((folder) => !own.some((other) => other.startsWith(folder))) ?? file;
}
