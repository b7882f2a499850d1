import { URI } from "vscode-uri";
import type { LspHost } from "../host/lsp-host.js";
import type { Services } from "../server/services.js";
import type { Documents } from "./documents.js";
import { projectFiles } from "./project-files.js";

/** Looks, once for each template file that is opened, for the host files of the project that name it. */
export function findReferringHosts({ documents, host, client, report }: Services): void {
  const searched = new Set<string>();
  documents.onInvalidate(() => searched.clear());
  documents.onChange((uri) => {
    if (searched.has(uri) || !/\.(?:vtl|vm)$/.test(uri)) return;
    searched.add(uri);
    search(uri, documents, host, client.folders).catch(report);
  });
}

async function search(uri: string, documents: Documents, host: LspHost, folders: readonly string[]): Promise<void> {
  // Parsing is what takes time: most files name no templates.
  for (const file of await filesNaming(uri, documents, host, folders)) await documents.viewsOfFile(file);
}

/** The host files of the project whose text has the name of a file in it, as URIs. */
export async function filesNaming(
  uri: string,
  documents: Documents,
  host: LspHost,
  folders: readonly string[],
): Promise<readonly string[]> {
  const name = URI.parse(uri).path.replace(/^.*\//s, "");
  const files: string[] = [];
  for (const file of await projectFiles(host, folders)) {
    if (file === uri || /\.(?:vtl|vm)$/.test(file)) continue;
    const text = await documents.read(file);
    if (typeof text === "string" && text.includes(name)) files.push(file);
  }
  return files;
}
