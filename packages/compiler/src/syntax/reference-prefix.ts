import type { ReferencePrefix } from "./tree.js";

/**
 * Velocity's `ASTReference.getRoot`: reads backslashes and sigils of the token that begins a reference.
 *
 * `image` is that token with everything the lexer made part of it (`\\$!{`, `$$x`, a bare `x` for a RUNT);
 * `rest` is the source of the reference after that token.
 */
export function readPrefix(image: string, rest: string): { readonly prefix: ReferencePrefix; readonly quiet: boolean } {
  if (image.includes("\\!")) {
    const literal = withoutEscape(image);
    const assigned = image.slice(1);
    const prefix = { escaped: false, escapes: "", more: "", literal, runt: false, notComputable: true, assigned };
    return { prefix, quiet: false };
  }
  let at = 0;
  while (image.charCodeAt(at) === 92) at++;
  const dollar = image.lastIndexOf("$");
  const more = dollar > at ? image.slice(at, dollar) : "";
  const root = image.slice(Math.max(at, dollar));
  const prefix = {
    escaped: at % 2 === 1,
    escapes: image.slice(0, at >> 1),
    more,
    literal: root + rest,
    runt: !root.startsWith("$"),
    notComputable: false,
    assigned: root.slice(1),
  };
  return { prefix, quiet: root.startsWith("$!") };
}

/** `$\!x` is never computed; it prints itself with one backslash less. */
function withoutEscape(image: string): string {
  const start = image.indexOf("\\", image.indexOf("$"));
  if (start === -1) return image;
  let end = start;
  while (image.charCodeAt(end) === 92) end++;
  return image.slice(0, end - 1) + image.slice(end);
}
