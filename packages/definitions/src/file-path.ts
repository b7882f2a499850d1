/** The folder that a file is in, with a slash at its end; empty for a bare name. Of a URI likewise. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The path that `reference`, written in the file `from`, means; both with `/`. */
export function resolvePath(from: string, reference: string): string {
  const absolute = /^(?:\/|[a-zA-Z]:[\\/])/.test(reference);
  const slashed = reference.replaceAll("\\", "/");
  const segments = absolute ? slashed.split("/") : [...from.split("/").slice(0, -1), ...slashed.split("/")];
  const resolved: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment === "." || (segment === "" && index > 0)) continue;
    if (segment === ".." && resolved.length > 0 && resolved.at(-1) !== ".." && resolved.at(-1) !== "") resolved.pop();
    else resolved.push(segment);
  }
  return resolved.join("/");
}
