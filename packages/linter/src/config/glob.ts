const cache = new Map<string, RegExp>();

/**
 * Whether a path (`/` between folders, relative to the configuration's folder) matches a glob: `*`, `**`, `?`, `[a-z]`,
 * `{a,b}`. A glob without `/` matches a name in any folder; one that names a folder matches everything in it.
 */
export function matchesGlob(path: string, glob: string): boolean {
  let pattern = cache.get(glob);
  if (!pattern) {
    pattern = compileGlob(glob);
    cache.set(glob, pattern);
  }
  return pattern.test(path);
}

function compileGlob(glob: string): RegExp {
  const trimmed = glob.replace(/^\.\//, "").replace(/\/+$/, "");
  const anchored = trimmed.startsWith("/") ? trimmed.slice(1) : trimmed.includes("/") ? trimmed : `**/${trimmed}`;
  let source = "";
  let braces = 0;
  for (let i = 0; i < anchored.length; i++) {
    const char = anchored[i]!;
    if (char === "*") {
      const folders = anchored.startsWith("**/", i);
      if (folders) source += "(?:[^/]+/)*";
      else source += anchored[i + 1] === "*" ? ".*" : "[^/]*";
      i += folders ? 2 : anchored[i + 1] === "*" ? 1 : 0;
    } else if (char === "?") source += "[^/]";
    else if (char === "[" && classAt(anchored, i)) {
      const found = classAt(anchored, i)!;
      source += found.source;
      i = found.end;
    } else if (char === "{" && anchored.indexOf("}", i) > 0) {
      source += "(?:";
      braces++;
    } else if (char === "}" && braces > 0) {
      source += ")";
      braces--;
    } else if (char === "," && braces > 0) source += "|";
    else source += char.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
  }
  return new RegExp(`^${source}${")".repeat(braces)}(?:/.*)?$`, "s");
}

/** `[a-z]` or `[!a-z]` as a regular expression has it, and where its `]` is; `undefined` of what is no class. */
function classAt(glob: string, start: number): { readonly source: string; readonly end: number } | undefined {
  const end = glob.indexOf("]", start + 2);
  if (end < 0) return undefined;
  const members = glob
    .slice(start + 1, end)
    .replace(/^!/, "^")
    .replace(/[\\[\]]/g, "\\$&");
  try {
    new RegExp(`[${members}]`);
  } catch {
    // Such as `[z-a]`.
    return undefined;
  }
  return { source: `[${members}]`, end };
}
