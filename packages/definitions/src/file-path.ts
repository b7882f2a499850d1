/** The folder that a file is in, with a slash at its end; empty for a bare name. Of a URI likewise. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** The path that `reference`, written in the file `from`, means; both with `/`. Nothing is above the root. */
export function resolvePath(from: string, reference: string): string {
  const absolute = /^(?:[\\/]|[a-zA-Z]:[\\/])/.test(reference);
  const slashed = reference.replaceAll("\\", "/");
  const segments = absolute ? slashed.split("/") : [...from.split("/").slice(0, -1), ...slashed.split("/")];
  const resolved: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment === "." || (segment === "" && index > 0)) continue;
    const above = resolved.at(-1);
    if (segment !== ".." || above === undefined || above === "..") resolved.push(segment);
    else if (above !== "") resolved.pop();
  }
  return resolved.join("/");
}
