import type { LineRange } from "../../../project/project-files.js";

/** Where a file is: below the repository's root, or anywhere for an absolute path. */
export function artifactLocation(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  const uri = path.split("/").map(encodeURIComponent).join("/");
  // A Windows path begins with its drive.
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${path[0]}:${uri.slice(path[0]!.length + "%3A".length)}` };
  return path.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: "%SRCROOT%" };
}

export function region({ line, column, endLine, endColumn }: LineRange) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
