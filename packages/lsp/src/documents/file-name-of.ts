import { URI } from "vscode-uri";

/** The last part of a URI's path, as people read it; escapes that are no text stay as they are. */
export function fileNameOf(uri: string): string {
  const { path } = URI.parse(uri);
  return path.slice(path.lastIndexOf("/") + 1);
}
