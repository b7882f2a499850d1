/** Documents that editors make up: old versions, logs, previews. Nobody edits them, and they have no folder. */
const IGNORED: ReadonlySet<string> = new Set([
  "chat",
  "comment",
  "debug",
  "git",
  "gitlens",
  "jj",
  "output",
  "pr",
  "review",
  "scm",
  "search-editor",
  "timeline",
  "vscode-local-history",
]);

export function isIgnored(uri: string): boolean {
  return IGNORED.has(uri.slice(0, uri.indexOf(":")));
}
